'use client'

import { Link } from '@payloadcms/ui'

import { Marked } from './Marked'
import type { OptionGroup } from './toGroups'

type SearchResultsProps = {
  activeId: null | string
  groups: OptionGroup[]
  id: string
  label: string
  onChosen: () => void
  onPointed: (id: string) => void
  term: string
}

/** The list of a combobox, in groups. Options are links, so that they open in a new tab as well; focus stays in the field. */
export function SearchResults({
  activeId,
  groups,
  id,
  label,
  onChosen,
  onPointed,
  term,
}: SearchResultsProps) {
  return (
    <div aria-label={label} className="admin-search__list" id={id} role="listbox">
      {groups.map(({ label: heading, name, options }) => (
        <div aria-labelledby={`${id}-${name}`} key={name} role="group">
          <div className="admin-search__group" id={`${id}-${name}`} role="presentation">
            {heading}
          </div>
          {options.map((option) => (
            <Link
              aria-selected={option.id === activeId}
              className="admin-search__option"
              href={option.href}
              id={option.id}
              key={option.id}
              onClick={onChosen}
              onMouseMove={() => onPointed(option.id)}
              prefetch={false}
              role="option"
              tabIndex={-1}
            >
              <span>
                <Marked term={term} text={option.title} />
              </span>
              {option.details.length > 0 && (
                <span className="admin-search__details">
                  {option.details.map((detail) => (
                    <span key={detail}>
                      <Marked term={term} text={detail} />
                    </span>
                  ))}
                </span>
              )}
            </Link>
          ))}
        </div>
      ))}
    </div>
  )
}
