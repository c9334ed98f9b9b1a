import { redirect } from 'next/navigation'

import { getSettings } from '../../../collections/Settings/getSettings'
import { transactionOf } from '../../../collections/transaction'
import { nextChallenge } from '../captcha/nextChallenge'
import { AppLink } from '../components/AppLink'
import { getI18n } from '../i18n/getI18n'
import type { SearchParams } from '../listing/listParams'
import { oneParam } from '../listing/oneParam'
import { slotAllowance } from '../../licensing/repository/slotAllowance'
import { PasskeyButton } from '../secondFactor/PasskeyButton'
import { getCustomer } from '../session/customer'
import { safeRedirect } from '../session/redirect'
import { portalRequest } from '../session/request'
import { EntryFrame } from '../shell/EntryFrame'
import { paths } from '../shell/paths'
import { SocialButtons } from '../social/SocialButtons'
import { SocialNotice } from '../social/SocialNotice'
import { LoginForm } from './LoginForm'

/** The way in. Whoever is in already goes where they wanted to. */
export async function LoginPage({ searchParams }: { searchParams: SearchParams }) {
  const target = safeRedirect(oneParam(searchParams.redirect))
  if (await getCustomer()) redirect(target)
  const [{ messages }, req] = await Promise.all([getI18n(), portalRequest()])
  const [settings, challenge, slots] = await Promise.all([
    getSettings(req),
    nextChallenge(req, 'login'),
    slotAllowance(await transactionOf(req)),
  ])
  return (
    <EntryFrame intro={messages.login.intro} title={messages.login.heading}>
      <SocialNotice req={req} searchParams={searchParams} />
      <LoginForm challenge={challenge} redirect={target} />
      <PasskeyButton redirect={target} />
      <SocialButtons redirect={target} req={req} />
      {settings.allowRegistration !== false && (
        <p className="text-muted mt-6 text-center text-sm">
          {messages.login.noAccount}{' '}
          <AppLink className="link" href={paths.register}>
            {messages.login.register}
          </AppLink>
        </p>
      )}
      {slots > 0 && (
        <p className="mt-4 text-center text-sm">
          <AppLink className="link" href={paths.requestSlotLink}>
            {messages.freeSlot.request.link}
          </AppLink>
        </p>
      )}
    </EntryFrame>
  )
}
