'use client'

import { Expiry } from './Expiry'

/** What is known of a licence, in words: a text, which can be a moment, or patterns. */
export type Fact = { name: string } & (
  | { dateTime?: null | string; isNever?: boolean; patterns?: never; text: string }
  | { patterns: string[] }
)

/** The facts of a licence. Like rows of lists, they run in the browser as well. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl
      className="grid scroll-mt-20 grid-cols-2 gap-x-8 gap-y-5 p-5 md:grid-cols-4 md:px-6"
      id="conditions"
    >
      {facts.map((fact) => (
        <div className="min-w-0" key={fact.name}>
          <dt className="text-muted text-[0.8125rem]">{fact.name}</dt>
          <dd className="mt-0.5 leading-6 wrap-anywhere">
            {fact.patterns ? (
              <Patterns values={fact.patterns} />
            ) : (
              <Expiry
                dateTime={fact.dateTime ?? null}
                isNever={fact.isNever ?? false}
                text={fact.text}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Patterns({ values }: { values: string[] }) {
  return (
    <ul className="font-mono text-[0.8125rem] leading-6">
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  )
}
