'use client'

import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { NameLink } from '../naming/NameLink'
import { activationNamePath } from '../shell/paths'
import type { ActivationView } from './activationView'

type InstallationProps = {
  activation: ActivationView
  /** The page that naming leads back to, where it is not the list. */
  from?: 'license'
}

/**
 * Where the software runs: the name that the customer gave it, its domain, device, environment, and the address it gave. The
 * address is what the client claims of itself, so it is never a link.
 */
export function Installation({ activation, from }: InstallationProps) {
  const messages = useMessages()
  const texts = messages.activations
  const { domain, environment, fingerprint, installation, name, takesSlot, url } = activation
  return (
    <div className="rows:min-w-56 min-w-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
        <span className="min-w-0 wrap-anywhere">{installation}</span>
        <NameLink href={activationNamePath(activation.id, from)} installation={installation} />
        <span className="text-muted rounded-md border px-1.5 text-xs leading-5 font-normal">
          {takesSlot
            ? messages.environment[environment]
            : fill(texts.takesNoSlot, { environment: messages.environment[environment] })}
        </span>
      </div>
      {name && domain && <Detail>{domain}</Detail>}
      {url && <Detail>{url}</Detail>}
      {fingerprint && <Detail>{fill(texts.device, { fingerprint })}</Detail>}
    </div>
  )
}

function Detail({ children }: { children: string }) {
  return <p className="text-muted mt-0.5 text-xs wrap-anywhere">{children}</p>
}
