import { redirect } from 'next/navigation'

import { inspectToken } from '../../accounts/tokens/inspectToken'
import { AppLink } from '../components/AppLink'
import { getI18n } from '../i18n/getI18n'
import type { SearchParams } from '../listing/listParams'
import { oneParam } from '../listing/oneParam'
import { safeRedirect } from '../session/redirect'
import { portalRequest } from '../session/request'
import { readCookie } from '../session/setCookies'
import { EntryFrame } from '../shell/EntryFrame'
import { paths } from '../shell/paths'
import { CodeForm } from './CodeForm'

/** The second step of a login; without a first one, the way back to it. */
export async function VerifyPage({ searchParams }: { searchParams: SearchParams }) {
  const req = await portalRequest()
  const token = await readCookie(req.payload, 'secondFactor')
  const { state } = await inspectToken(req, token, 'secondFactor')
  if (state !== 'good') redirect(paths.login)
  const { messages } = await getI18n()
  const { verify } = messages.security
  return (
    <EntryFrame intro={verify.intro} title={verify.heading}>
      <CodeForm redirect={safeRedirect(oneParam(searchParams.redirect))} />
      <p className="mt-6 text-center text-sm">
        <AppLink className="link" href={paths.login}>
          {verify.back}
        </AppLink>
      </p>
    </EntryFrame>
  )
}
