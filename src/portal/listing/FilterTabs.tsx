'use client'

import { AppLink } from '../components/AppLink'

type FilterTabsProps = {
  label: string
  tabs: readonly { href: string; isCurrent: boolean; text: string }[]
}

/** Parts of a list, one of which is shown. */
export function FilterTabs({ label, tabs }: FilterTabsProps) {
  return (
    <nav aria-label={label}>
      <ul className="bg-canvas flex gap-0.5 rounded-lg border p-0.5 md:inline-flex">
        {tabs.map(({ href, isCurrent, text }) => (
          <li className="max-md:flex-1" key={text}>
            <AppLink
              aria-current={isCurrent ? 'true' : undefined}
              className="text-muted hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink aria-[current]:shadow-control flex h-9 items-center justify-center rounded-md px-3 text-[0.8125rem] font-medium transition-colors md:h-8"
              href={href}
              scroll={false}
            >
              {text}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
