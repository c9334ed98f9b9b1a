'use client'

import { AppLink } from '../components/AppLink'
import { Card } from '../components/ui/Card'

/** Numbers in words, and where each leads. */
export function FigureList({
  figures,
}: {
  figures: { href: string; name: string; value: string }[]
}) {
  return (
    <Card className="mb-8 overflow-hidden">
      <ul className="-mr-px -mb-px grid grid-cols-2 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">
        {figures.map(({ href, name, value }) => (
          <li className="border-r border-b" key={name}>
            <AppLink
              className="hover:bg-canvas block h-full p-4 -outline-offset-2 transition-colors md:px-6 md:py-5"
              href={href}
            >
              <span className="text-muted block text-[0.8125rem]">{name}</span>
              <span className="mt-1 block text-[1.75rem] leading-9 font-semibold tracking-[-0.03em] tabular-nums">
                {value}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
