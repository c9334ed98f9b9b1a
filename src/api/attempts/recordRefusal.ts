import type { Setting } from '../../../payload-types'
import type { RefusalCode } from '../../licensing/types'
import { ApiError } from '../errors'
import { addressBlock } from '../../http/addressBlock'
import { queueWebhook } from '../../webhooks/repository'
import type { ApiContext } from '../types'
import { type Attempt, insertAttempt, insertBlacklistEntry } from './repository'

/** What says nothing against the caller: who is out already, and who only has no right to a later version. */
const harmless: readonly RefusalCode[] = ['blacklisted', 'updates_expired']

type Refusal = { reason: RefusalCode } & Omit<Attempt, 'connectionIp' | 'reason'>

/**
 * Notes a refused call, and closes the door to a domain or address after as many as the settings say. What a client claims counts
 * only together with the connection's address: a claim must not shut out another.
 *
 * @throws ApiError 429 after too many unknown codes from one address
 */
export async function recordRefusal(context: ApiContext, refusal: Refusal): Promise<void> {
  const { db, limits, settings } = context.get('services')
  const attempt = { ...refusal, connectionIp: context.get('connectionIp') }
  const rules = await settings()
  if (rules.recordFailedAttempts !== false) await insertAttempt(db, attempt)
  if (isToldToOthers(attempt, rules))
    await queueWebhook(db, 'activation.refused', describe(attempt))
  if (!harmless.includes(refusal.reason)) await blacklistAfterMany(context, attempt, rules)
  if (refusal.reason !== 'not_found') return
  const retryAfterSeconds = await limits.countUnknownCode(addressBlock(attempt.connectionIp))
  if (retryAfterSeconds !== null) throw new ApiError(429, 'tooMany', { retryAfterSeconds })
}

/** Only what concerns a licence that there is: guessing codes must not flood other systems. */
function isToldToOthers({ action, licenseId }: Attempt, { webhookUrls }: Setting): boolean {
  return action === 'activate' && licenseId !== null && (webhookUrls?.length ?? 0) > 0
}

function describe(attempt: Attempt): Record<string, unknown> {
  return {
    license_id: attempt.licenseId,
    license_code: attempt.licenseCode,
    product_reference_id: attempt.productReferenceId,
    code: attempt.reason,
    url: attempt.url,
    domain: attempt.domain,
    ip: attempt.ip,
    connection_ip: attempt.connectionIp,
    user_agent: attempt.userAgent,
  }
}

/** Each time that as many came together again: what an administrator took off the list stays off until then. */
async function blacklistAfterMany(
  context: ApiContext,
  { connectionIp, domain }: Attempt,
  { blacklistDomainAfter, blacklistIpAfter }: Setting,
): Promise<void> {
  const { blacklist, db, limits } = context.get('services')
  const ip = addressBlock(connectionIp)
  if (!ip) return
  const countAndList = async (what: string, key: string, most: number, entry: null | string) => {
    if (most <= 0) return
    const total = await limits.countAttempt(key)
    if (total % most !== 0) return
    await insertBlacklistEntry(db, { domain: entry, ip }, `${total} failed attempts of the ${what}`)
    blacklist.forget()
  }
  if (domain !== null) {
    await countAndList('domain', `domain:${domain}|${ip}`, blacklistDomainAfter, domain)
  }
  await countAndList('address', `ip:${ip}`, blacklistIpAfter, null)
}
