import { Button } from '../../components/ui/Button'
import { fill } from '../../../text/fill'
import { getI18n } from '../../i18n/getI18n'
import { keepEmail } from './actions'

/** The address that waits to be confirmed, and the way back. */
export async function PendingEmail({ email }: { email: string }) {
  const { messages } = await getI18n()
  const texts = messages.settings.email
  return (
    <form
      action={keepEmail}
      className="bg-canvas mb-5 flex flex-wrap items-center justify-between gap-3 rounded-lg border px-4 py-3"
    >
      <p className="min-w-0 text-sm wrap-anywhere">{fill(texts.pending, { email })}</p>
      <Button size="touch" type="submit">
        {texts.cancel}
      </Button>
    </form>
  )
}
