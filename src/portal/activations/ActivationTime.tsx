import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import type { ActivationRow } from '../queries/activationRow'

/** When an installation was activated, and when that ended. */
export async function ActivationTime({
  activatedAt,
  deactivatedAt,
  state,
}: Pick<ActivationRow, 'activatedAt' | 'deactivatedAt' | 'state'>) {
  const { format, messages } = await getI18n()
  const ended = state === 'inactive' ? format.date(deactivatedAt) : null
  return (
    <>
      <time
        className="rows:whitespace-nowrap block"
        dateTime={activatedAt}
        title={format.exact(activatedAt) ?? undefined}
      >
        {format.date(activatedAt)}
      </time>
      <span className="text-muted rows:whitespace-nowrap mt-0.5 block text-xs">
        {ended ? fill(messages.activations.endedOn, { date: ended }) : format.time(activatedAt)}
      </span>
    </>
  )
}
