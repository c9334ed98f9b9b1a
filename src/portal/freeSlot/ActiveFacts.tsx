import type { Activation } from '../../licensing/types'
import { fill } from '../../text/fill'
import { installationName } from '../activations/installationName'
import { getI18n } from '../i18n/getI18n'

/** What an installation is called, where it is, and when it was last seen. */
export async function ActiveFacts({ activation }: { activation: Activation }) {
  const { format, messages } = await getI18n()
  const { domain, environment, fingerprint, lastSeenAt, name } = activation
  const place = [
    name && domain,
    fingerprint && fill(messages.activations.device, { fingerprint }),
    environment === 'production' ? null : messages.environment[environment],
  ].filter(Boolean)
  const date = format.date(lastSeenAt.toISOString()) ?? ''
  return (
    <div className="min-w-0">
      <p className="font-medium wrap-anywhere">
        {installationName(activation, messages.activations.unnamed)}
      </p>
      {place.length > 0 && <p className="text-muted text-sm wrap-anywhere">{place.join(' · ')}</p>}
      <p className="text-muted text-sm">{fill(messages.freeSlot.lastSeen, { date })}</p>
    </div>
  )
}
