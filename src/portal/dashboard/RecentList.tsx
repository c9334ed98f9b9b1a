'use client'

import { ActivationStateBadge } from '../activations/ActivationStateBadge'
import type { ActivationView } from '../activations/activationView'
import type { Packed } from '../packed'
import { useUnpacked } from '../useUnpacked'

/** What the dashboard shows of an activation. */
export type RecentView = Pick<
  ActivationView,
  'activated' | 'id' | 'installation' | 'product' | 'state'
>

/** Activations in a few words each. */
export function RecentList({ rows }: { rows: Packed<RecentView[]> }) {
  const activations = useUnpacked(rows)
  return (
    <ul className="divide-y">
      {activations.map(({ activated: { text, ...moment }, id, installation, product, state }) => (
        <li className="flex min-h-16 items-center gap-x-6 gap-y-1 px-4 py-3 md:px-5" key={id}>
          <div className="min-w-0 flex-1">
            <p className="font-medium wrap-anywhere">{installation}</p>
            <p className="text-muted mt-0.5 text-[0.8125rem]">{product}</p>
          </div>
          <div className="flex flex-col items-end gap-1 sm:flex-row sm:items-center sm:gap-4">
            <ActivationStateBadge state={state} />
            <time
              className="text-muted text-right text-[0.8125rem] whitespace-nowrap tabular-nums sm:w-24"
              {...moment}
            >
              {text}
            </time>
          </div>
        </li>
      ))}
    </ul>
  )
}
