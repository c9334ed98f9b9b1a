import { getSettings } from '../../../collections/Settings/getSettings'
import { inspectToken } from '../../accounts/tokens/inspectToken'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { portalRequest } from '../session/request'
import { EntryFrame } from '../shell/EntryFrame'
import { paths } from '../shell/paths'
import { ResetForm } from './ResetForm'

type ResetPageProps = {
  /** The password was set a moment ago; `removed` where passkeys or connected accounts went with the old one. */
  done: string | undefined
  purpose?: 'invitation' | 'resetPassword'
  token: string | undefined
}

/** Where the mailed link for a new password leads, or for the first one. Opening it uses nothing up. */
export async function ResetPage({ done, purpose = 'resetPassword', token }: ResetPageProps) {
  const [{ messages }, req] = await Promise.all([getI18n(), portalRequest()])
  const [found, settings] = await Promise.all([inspectToken(req, token, purpose), getSettings(req)])
  const texts = purpose === 'invitation' ? messages.invitation : messages.reset
  if (done !== undefined) {
    const intro = done === 'removed' ? messages.reset.doneAndRemoved : texts.done
    return (
      <EntryFrame intro={intro} title={texts.heading}>
        <Button asChild className="h-11 w-full" variant="primary">
          <AppLink href={paths.login}>{messages.reset.logIn}</AppLink>
        </Button>
      </EntryFrame>
    )
  }
  if (!token || found.state !== 'good') {
    return (
      <EntryFrame intro={texts.gone} title={texts.goneHeading}>
        <Button asChild className="h-11 w-full" variant="primary">
          <AppLink href={paths.forgotPassword}>{texts.again}</AppLink>
        </Button>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame intro={texts.intro} title={texts.heading}>
      <ResetForm
        knownWords={[found.row.email ?? '', settings.productName]}
        minLength={settings.passwordMinLength}
        purpose={purpose}
        token={token}
      />
    </EntryFrame>
  )
}
