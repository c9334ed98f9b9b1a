import type { Destination, Outcome } from '../../../plugins/social-login'
import { settingsPath } from '../settings/tabs'
import { paths } from '../shell/paths'

/** What the pages say of a sign-in with another account; the rest speaks for itself. */
export const socialNotices = [
  'alreadyLinked',
  'cancelled',
  'checkMail',
  'disabled',
  'emailMissing',
  'expired',
  'failed',
  'identityTaken',
  'linked',
  'notLinked',
  'registrationOff',
  'tooMany',
  'unconfirmed',
  'unknownProvider',
  'used',
] as const satisfies readonly Exclude<Outcome, 'secondFactor' | 'signedIn'>[]

export type SocialNotice = (typeof socialNotices)[number]

/** The page that shows what became of a sign-in with another account. */
export function socialPage({ outcome, provider, redirect }: Destination): string {
  if (outcome === 'signedIn') return redirect
  if (outcome === 'secondFactor') {
    return `${paths.secondFactor}?${new URLSearchParams({ redirect }).toString()}`
  }
  // Who began in the settings comes back there.
  const connected = settingsPath('connected')
  const notice = { provider, social: outcome }
  if (redirect === connected) return `${connected}?${new URLSearchParams(notice).toString()}`
  return `${paths.login}?${new URLSearchParams({ ...notice, redirect }).toString()}`
}
