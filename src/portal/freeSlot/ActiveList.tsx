import type { Activation } from '../../licensing/types'
import { fill } from '../../text/fill'
import { installationName } from '../activations/installationName'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { ActiveFacts } from './ActiveFacts'
import { freeSlotPath } from './freeSlotPath'

type ActiveListProps = {
  active: Activation[]
  /** Of the link; null where none of them can be freed now. */
  token: null | string
}

/** The active installations of a licence, to choose the one that is no longer used. */
export async function ActiveList({ active, token }: ActiveListProps) {
  const { messages } = await getI18n()
  if (active.length === 0) return null
  return (
    <ul aria-label={messages.freeSlot.installations} className="grid gap-3">
      {active.map((activation) => (
        <li className="flex items-center justify-between gap-3" key={activation.id}>
          <ActiveFacts activation={activation} />
          {token && (
            <Button asChild size="touch">
              <AppLink
                aria-label={fill(messages.deactivate.actionOn, {
                  installation: installationName(activation, messages.activations.unnamed),
                })}
                href={freeSlotPath(token, { id: activation.id })}
              >
                {messages.deactivate.action}
              </AppLink>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
