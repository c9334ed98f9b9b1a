import { type MaybePromise, whenKnown } from '../../async/whenKnown'
import { portalPath } from '../../http/portalPath'
import { siteUrl } from '../../http/siteUrl'
import { extensionsOf } from '../../extensions/extensionsOf'
import type { AtLimit, Installation, RefusalCode } from '../../licensing/types'
import { slotAllowance } from '../../licensing/repository/slotAllowance'
import { recordRefusal } from '../attempts/recordRefusal'
import { ApiError } from '../errors'
import { addressBlock } from '../../http/addressBlock'
import { currentTrace } from '../../http/trace'
import type { ApiContext } from '../types'
import { findNamedLicense, type NamedLicense } from './namedLicense'

/** What a refused call was about. */
export type RefusedCall = {
  action: 'activate' | 'certificate' | 'check' | 'deactivate' | 'update' | 'verify'
  installation: Installation
  /** The licence that was found, for its customer to see why it was refused. */
  licenseId?: string
  productReferenceId: null | string
} & NamedLicense

/** What a refusal tells on request: where the slots are, and the page at which the customer can free one, if any. */
export type RefusalDetails = { installations: unknown[]; manage_url: null | string }

/**
 * Stops callers that guessed too many codes or are blacklisted.
 *
 * @returns the refusal to answer with, or null
 * @throws ApiError 429
 */
export function refuseUnwanted(
  context: ApiContext,
  call: RefusedCall,
): MaybePromise<null | Response> {
  const { limits } = context.get('services')
  const retryAfterSeconds = limits.unknownCodeWait(addressBlock(context.get('connectionIp')))
  if (retryAfterSeconds !== null) throw new ApiError(429, 'tooMany', { retryAfterSeconds })
  return refuseBlacklisted(context, call)
}

/**
 * Stops callers that are blacklisted, whether they name a licence or not.
 *
 * @returns the refusal to answer with, or null
 */
export function refuseBlacklisted(
  context: ApiContext,
  call: RefusedCall,
): MaybePromise<null | Response> {
  const { domain, ip } = call.installation
  const origin = { connectionIp: context.get('connectionIp'), domain, ip }
  return whenKnown(context.get('services').blacklist.isListed(origin), (isListed) =>
    isListed ? refuseListed(context, call) : null,
  )
}

async function refuseListed(context: ApiContext, call: RefusedCall): Promise<Response> {
  const license = await findNamedLicense(context, call)
  return refuse(context, 'blacklisted', { ...call, licenseId: license?.id })
}

/** A verdict against the caller: HTTP 200, because client software reads `is_active`, never the status code. */
export async function refuse(
  context: ApiContext,
  code: RefusalCode,
  { action, installation, licenseCode, licenseId, productReferenceId }: RefusedCall,
  details?: RefusalDetails,
): Promise<Response> {
  const { domain, fingerprint, ip, url, userAgent } = installation
  const attempt = {
    action,
    domain,
    fingerprint,
    ip,
    licenseCode,
    licenseId: licenseId ?? null,
    productReferenceId,
    url,
    userAgent,
  }
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
  const trace = currentTrace()
  if (trace) trace.refusal = code
  return context.json({
    is_active: false,
    message,
    code,
    lic_response: null,
    data: null,
    ...details,
  })
}

/** The installations that hold a licence's slots. There is no link where freeing one does not help, or the settings let nobody do it by a link. */
export async function describeInstallations(
  context: ApiContext,
  licenseId: string,
  { canFree, installations }: AtLimit,
): Promise<RefusalDetails> {
  const { db, payload, slotLinks } = context.get('services')
  const { isPortalOn } = extensionsOf(payload.config)
  const isOn = canFree && isPortalOn && (await slotAllowance(db)) > 0
  return {
    installations: installations.map(
      ({ activatedAt, clientName, domain, fingerprint, lastSeenAt, name }) => ({
        name: name ?? clientName,
        domain,
        ...(fingerprint !== null && { fingerprint }),
        activated_at: activatedAt.toISOString(),
        last_seen_at: lastSeenAt.toISOString(),
      }),
    ),
    manage_url: isOn
      ? siteUrl(payload.config, `${portalPath('/free-slot')}?token=${slotLinks.sign(licenseId)}`)
      : null,
  }
}
