import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import type { ActivationRow } from '../queries/activationRow'

/** When an installation was activated, and when it was last seen or ended. */
export async function ActivationTime({
  activatedAt,
  deactivatedAt,
  lastSeenAt,
  state,
}: Pick<ActivationRow, 'activatedAt' | 'deactivatedAt' | 'lastSeenAt' | 'state'>) {
  const { format, messages } = await getI18n()
  const texts = messages.activations
  const ended = state === 'inactive' ? format.date(deactivatedAt) : null
  const since = ended ? (deactivatedAt ?? lastSeenAt) : lastSeenAt
  return (
    <>
      <time
        className="rows:whitespace-nowrap block"
        dateTime={activatedAt}
        title={format.exact(activatedAt) ?? undefined}
      >
        {format.date(activatedAt)}
      </time>
      <time
        className="text-muted rows:whitespace-nowrap mt-0.5 block text-xs"
        dateTime={since}
        title={format.exact(since) ?? undefined}
      >
        {ended
          ? fill(texts.endedOn, { date: ended })
          : fill(texts.lastSeen, { date: format.date(lastSeenAt) ?? '' })}
      </time>
    </>
  )
}
