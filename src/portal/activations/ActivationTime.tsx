import { fill } from '../../text/fill'
import type { I18n } from '../i18n/getI18n'
import type { ActivationRow } from '../queries/activationRow'

/** When an installation was activated, and when it was last seen or ended. */
export function ActivationTime({
  activatedAt,
  deactivatedAt,
  i18n: { format, messages },
  lastSeenAt,
  state,
}: Pick<ActivationRow, 'activatedAt' | 'deactivatedAt' | 'lastSeenAt' | 'state'> & { i18n: I18n }) {
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
