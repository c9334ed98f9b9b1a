import type { Activation, Installation, RefusalCode } from '../../licensing/types'
import { recordRefusal } from '../attempts/recordRefusal'
import { isBlacklisted } from '../attempts/repository'
import { ApiError } from '../errors'
import { addressBlock } from '../../http/addressBlock'
import type { ApiContext } from '../types'

/** What a refused call was about. */
export type RefusedCall = {
  action: 'activate' | 'certificate' | 'check' | 'deactivate' | 'update' | 'verify'
  installation: Installation
  licenseCode: null | string
  productReferenceId: null | string
}

/** What a refusal tells on request: where the slots are, and the page at which the customer can free one. */
export type RefusalDetails = { installations: unknown[]; manage_url: string }

/**
 * Stops callers that guessed too many codes or are blacklisted.
 *
 * @returns the refusal to answer with, or null
 * @throws ApiError 429
 */
export async function refuseUnwanted(
  context: ApiContext,
  call: RefusedCall,
): Promise<null | Response> {
  const { db, limits } = context.get('services')
  const connectionIp = context.get('connectionIp')
  const retryAfterSeconds = limits.unknownCodeWait(addressBlock(connectionIp))
  if (retryAfterSeconds !== null) throw new ApiError(429, 'tooMany', { retryAfterSeconds })
  const origin = { connectionIp, domain: call.installation.domain }
  return (await isBlacklisted(db, origin)) ? refuse(context, 'blacklisted', call) : null
}

/** A verdict against the caller: HTTP 200, because client software reads `is_active`, never the status code. */
export async function refuse(
  context: ApiContext,
  code: RefusalCode,
  { action, installation, licenseCode, productReferenceId }: RefusedCall,
  details?: RefusalDetails,
): Promise<Response> {
  const { domain, ip, url, userAgent } = installation
  const attempt = { action, domain, ip, licenseCode, productReferenceId, url, userAgent }
  await recordRefusal(context, { ...attempt, reason: code })
  return answerRefused(context, code, details)
}

/** A verdict against the caller that is no failed attempt: nothing is recorded. */
export function answerRefused(
  context: ApiContext,
  code: RefusalCode,
  details?: RefusalDetails,
): Response {
  const message = context.get('messages').refusals[code]
  return context.json({
    is_active: false,
    message,
    code,
    lic_response: null,
    data: null,
    ...details,
  })
}

/** The installations that hold a licence's slots. */
export function describeInstallations(
  context: ApiContext,
  licenseId: string,
  activations: Activation[],
): RefusalDetails {
  const { payload, slotLinks } = context.get('services')
  const { serverURL } = payload.config
  return {
    installations: activations.map(
      ({ activatedAt, clientName, domain, fingerprint, lastSeenAt }) => ({
        name: clientName,
        domain,
        fingerprint,
        activated_at: activatedAt.toISOString(),
        last_seen_at: lastSeenAt.toISOString(),
      }),
    ),
    manage_url: `${serverURL}/customer/free-slot?token=${slotLinks.sign(licenseId)}`,
  }
}
