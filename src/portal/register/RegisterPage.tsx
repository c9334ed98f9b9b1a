import { notFound, redirect } from 'next/navigation'

import { getSettings } from '../../../collections/Settings/getSettings'
import { nextChallenge } from '../captcha/nextChallenge'
import { AppLink } from '../components/AppLink'
import { getI18n } from '../i18n/getI18n'
import { getCustomer } from '../session/customer'
import { portalRequest } from '../session/request'
import { EntryFrame } from '../shell/EntryFrame'
import { paths } from '../shell/paths'
import { SocialButtons } from '../social/SocialButtons'
import { RegisterForm } from './RegisterForm'

/** Where a stranger becomes a customer, while the settings allow it. */
export async function RegisterPage() {
  const req = await portalRequest()
  const settings = await getSettings(req)
  if (settings.allowRegistration === false) notFound()
  if (await getCustomer()) redirect(paths.dashboard)
  const [{ messages }, challenge] = await Promise.all([getI18n(), nextChallenge(req, 'register')])
  const texts = messages.register
  return (
    <EntryFrame intro={texts.intro} title={texts.heading}>
      <RegisterForm challenge={challenge} minLength={settings.passwordMinLength} />
      <SocialButtons redirect={paths.dashboard} req={req} />
      <p className="text-muted mt-6 text-center text-sm">
        {texts.haveAccount}{' '}
        <AppLink className="link" href={paths.login}>
          {texts.logIn}
        </AppLink>
      </p>
    </EntryFrame>
  )
}
