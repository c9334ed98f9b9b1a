import { nextChallenge } from '../captcha/nextChallenge'
import { AppLink } from '../components/AppLink'
import { getI18n } from '../i18n/getI18n'
import { portalRequest } from '../session/request'
import { EntryFrame } from '../shell/EntryFrame'
import { paths } from '../shell/paths'
import { ForgotForm } from './ForgotForm'

/** Where a customer asks for a mail: a link for a new password, or the confirmation once more. */
export async function ForgotPage({ kind }: { kind: 'confirmation' | 'reset' }) {
  const { messages } = await getI18n()
  const texts = kind === 'reset' ? messages.forgot : messages.resend
  const challenge = kind === 'reset' ? await nextChallenge(await portalRequest(), 'forgot') : null
  return (
    <EntryFrame intro={texts.intro} title={texts.heading}>
      <ForgotForm challenge={challenge} kind={kind} />
      <p className="mt-6 text-center text-sm">
        <AppLink className="link" href={paths.login}>
          {messages.forgot.back}
        </AppLink>
      </p>
    </EntryFrame>
  )
}
