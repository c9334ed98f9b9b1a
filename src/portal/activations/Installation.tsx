import { getI18n } from '../i18n/getI18n'
import type { ActivationRow } from '../queries/activationRow'
import { installationName } from './installationName'

/**
 * Where the software runs: its domain, and the address it gave. The address is what the client claims of itself, so it is
 * never a link.
 */
export async function Installation({ activation }: { activation: ActivationRow }) {
  const { messages } = await getI18n()
  const { environment, url } = activation
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
        <span className="rows:wrap-break-word min-w-0 wrap-anywhere">
          {installationName(activation, messages.activations.unnamed)}
        </span>
        {environment !== 'production' && (
          <span className="text-muted rounded-md border px-1.5 text-xs leading-5 font-normal">
            {messages.environment[environment]}
          </span>
        )}
      </p>
      {url && <p className="text-muted rows:wrap-break-word mt-0.5 text-xs wrap-anywhere">{url}</p>}
    </div>
  )
}
