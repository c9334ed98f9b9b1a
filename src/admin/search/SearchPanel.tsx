'use client'

import { useConfig, useTranslation, XIcon } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { type KeyboardEvent, useState } from 'react'

import { longestTerm } from '../../search/parseTerm'
import { fill, fillPlural } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { SearchResults } from './SearchResults'
import { searchTexts } from './texts'
import { type OptionGroup, toGroups } from './toGroups'
import { type Search, useSearch } from './useSearch'
import { useSlug } from '../useSlug'

const listId = 'admin-search-list'

type SearchPanelProps = { onClose: () => void }

/** The field and what it finds: a combobox whose list is below it. */
export function SearchPanel({ onClose }: SearchPanelProps) {
  const texts = useTexts(searchTexts)
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const slugFor = useSlug()
  const { admin: adminRoute, api: apiRoute } = config.routes
  const [typed, setTyped] = useState('')
  const [pointedId, setPointedId] = useState<null | string>(null)
  const search = useSearch(formatAdminURL({ apiRoute, path: '/admin-search' }), typed)
  const term = typed.trim()
  const groups = search.result
    ? toGroups(search.result, term, i18n.language, (slug, rest) =>
        formatAdminURL({ adminRoute, path: `/collections/${slugFor(slug)}${rest}` }),
      )
    : []
  const ids = groups.flatMap(({ options }) => options.map(({ id }) => id))
  const activeId = ids.find((id) => id === pointedId) ?? ids[0] ?? null

  function move(step: number): void {
    const next = ids[(ids.indexOf(activeId ?? '') + step + ids.length) % ids.length]
    if (!next) return
    setPointedId(next)
    document.getElementById(next)?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent): void {
    // What a method of input is still composing is its own.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    // Not while what is listed is the answer to something else.
    else if (event.key === 'Enter' && search.state === 'done') open(activeId, event)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="admin-search__head">
        <input
          aria-activedescendant={activeId ?? undefined}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-describedby="admin-search-status"
          aria-expanded={ids.length > 0}
          aria-label={texts.field}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          className="admin-search__field"
          enterKeyHint="go"
          maxLength={longestTerm}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          placeholder={texts.field}
          role="combobox"
          spellCheck={false}
          type="text"
          value={typed}
        />
        <button
          aria-label={texts.close}
          className="admin-search__close"
          onClick={onClose}
          type="button"
        >
          <XIcon />
        </button>
      </div>
      <Status groups={groups} search={search} term={term} />
      {ids.length > 0 && (
        <SearchResults
          activeId={activeId}
          groups={groups}
          id={listId}
          label={texts.field}
          onChosen={onClose}
          onPointed={setPointedId}
          term={term}
        />
      )}
    </>
  )
}

/** Opens what is chosen as a click on it would, with the same keys: in a new tab, too. */
function open(id: null | string, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  const init = { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }
  if (id) document.getElementById(id)?.dispatchEvent(new MouseEvent('click', init))
}

type StatusProps = { groups: OptionGroup[]; search: Search; term: string }

/** How the search stands, for eyes and screen readers. */
function Status({ groups, search: { result, retry, state }, term }: StatusProps) {
  const texts = useTexts(searchTexts)
  const { i18n } = useTranslation()
  const found = result ? Object.values(result).reduce((sum, { hits }) => sum + hits.length, 0) : 0
  const isCutOff = result && Object.values(result).some((group) => group.isCutOff)
  const text = {
    done:
      groups.length > 0
        ? fillPlural(texts.results, found, i18n.language)
        : fill(texts.none, { term }),
    failed: texts.failed,
    idle: texts.hint,
    loading: texts.loading,
    vague: texts.vague,
  }[state]
  return (
    <div className="admin-search__status" id="admin-search-status" role="status">
      {text} {state === 'done' && isCutOff && texts.cutOff}
      {state === 'failed' && (
        <button className="admin-search__retry" onClick={retry} type="button">
          {texts.retry}
        </button>
      )}
    </div>
  )
}
