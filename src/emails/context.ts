import type { Payload } from 'payload'

import type { TokenPurpose } from '../../collections/AccountTokens/purposes'
import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import type { Setting } from '../../payload-types'
import type { AuthRow } from '../accounts/repository/customers'
import { portalPath } from '../http/portalPath'
import { siteUrl } from '../http/siteUrl'
import { issueToken } from '../accounts/tokens/issueToken'
import type { MailMessages } from './messages/languages'

/** What a template has at hand when its mail is sent. */
export type MailContext = {
  /** Whom the mail is about; null where that is nobody with an account. */
  customer: AuthRow | null
  /** The mail was tried before, and may have arrived all the same. */
  isRetry: boolean
  /** The mail is an example: its links open nothing. */
  isSample?: boolean
  language: CustomerLanguage
  messages: MailMessages
  payload: Payload
  settings: Setting
  to: string
}

/** An address of the portal, of a path below the portal's. */
export function portalUrl({ payload }: MailContext, path: string): string {
  return siteUrl(payload.config, portalPath(path))
}

/**
 * An address of the portal with a new token in it. It is made when the mail is sent and is nowhere but in it.
 *
 * @throws Error where the mail is about nobody, but for the link that makes an account
 */
export async function linkWithToken(
  context: MailContext,
  path: string,
  token: { data?: Record<string, unknown>; email?: string; purpose: TokenPurpose },
): Promise<string> {
  const { customer, isSample, payload } = context
  if (isSample) return portalUrl(context, `${path}?token=example`)
  if (!customer && token.purpose !== 'socialProof') {
    throw new Error('A link needs the account that it is for.')
  }
  const value = await issueToken(payload, {
    ...token,
    customer: customer?.id ?? null,
    keepsEarlier: context.isRetry,
  })
  return portalUrl(context, `${path}?token=${value}`)
}

/** The values that every text can name. */
export function commonValues({ customer, settings }: MailContext): Record<string, string> {
  return { name: customer?.name ?? '', product: settings.productName }
}
