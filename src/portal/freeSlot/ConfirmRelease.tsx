import type { Activation } from '../../licensing/types'
import { fill } from '../../text/fill'
import { installationName } from '../activations/installationName'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { EntryFrame } from '../shell/EntryFrame'
import { ActiveFacts } from './ActiveFacts'
import { freeSlot } from './freeSlot'
import { freeSlotPath } from './freeSlotPath'

type ConfirmReleaseProps = { activation: Activation; token: string }

/** Asks before an installation is deactivated by a link. */
export async function ConfirmRelease({ activation, token }: ConfirmReleaseProps) {
  const { messages } = await getI18n()
  const texts = messages.deactivate
  const installation = installationName(activation, messages.activations.unnamed)
  return (
    <EntryFrame intro={texts.body} title={fill(texts.heading, { installation })}>
      <div className="bg-canvas mb-4 rounded-lg border p-4">
        <ActiveFacts activation={activation} />
      </div>
      <p className="text-muted mb-5 text-sm">{messages.freeSlot.confirmHint}</p>
      <form action={freeSlot} className="grid gap-2">
        <input name="id" type="hidden" value={activation.id} />
        <input name="token" type="hidden" value={token} />
        <Button className="h-11 w-full" type="submit" variant="danger">
          {texts.action}
        </Button>
        <Button asChild className="h-11 w-full">
          <AppLink href={freeSlotPath(token)}>{texts.cancel}</AppLink>
        </Button>
      </form>
    </EntryFrame>
  )
}
