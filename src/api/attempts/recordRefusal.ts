import type { Setting } from '../../../payload-types'
import type { RefusalCode } from '../../licensing/types'
import { ApiError } from '../errors'
import { addressBlock } from '../../http/addressBlock'
import { queueWebhook } from '../../webhooks/repository'
import type { ApiContext } from '../types'
import { type Attempt, insertAttempt, insertBlacklistEntry } from './repository'

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
  if (refusal.reason !== 'blacklisted') await blacklistAfterMany(context, attempt, rules)
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

async function blacklistAfterMany(
  context: ApiContext,
  { connectionIp, domain }: Attempt,
  { blacklistDomainAfter, blacklistIpAfter }: Setting,
): Promise<void> {
  const { blacklist, db, limits } = context.get('services')
  if (!connectionIp) return
  if (blacklistDomainAfter > 0 && domain !== null) {
    const count = await limits.countAttempt(`domain:${domain}|${connectionIp}`)
    if (count >= blacklistDomainAfter) {
      await insertBlacklistEntry(
        db,
        { domain, ip: connectionIp },
        `${count} failed attempts of the domain`,
      )
      blacklist.forget()
    }
  }
  if (blacklistIpAfter > 0) {
    const count = await limits.countAttempt(`ip:${connectionIp}`)
    if (count >= blacklistIpAfter) {
      await insertBlacklistEntry(
        db,
        { domain: null, ip: connectionIp },
        `${count} failed attempts of the address`,
      )
      blacklist.forget()
    }
  }
}
