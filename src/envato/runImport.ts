import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../collections/transaction'
import { findReady, type ProviderTokens } from '../../plugins/social-login'
import { HttpStatusError } from '../http/limitedFetch'
import type { Queryable } from '../licensing/types'
import { type EnvatoPurchase, readPurchases, refreshAccessToken } from './client'
import { importPurchase } from './importPurchase'
import { claimImport, endImport, noteFailure, writeTokens } from './importRepository'
import { findOwner, productsByItem } from './repository'
import { openTokens, sealTokens } from './tokens'

/** How often a reading is tried: with the queue's growing pauses, over about three hours. */
export const importAttempts = 11

const mostPages = 200

type Run = { customer: string; run: string }

/**
 * Reads a customer's purchases at Envato and makes those that are of a product here their licences. Run twice, it adds nothing twice.
 *
 * @throws Error where it has to be tried again
 */
export async function runImport(req: PayloadRequest, { customer, run }: Run): Promise<void> {
  const db = await transactionOf(req)
  const claimed = await claimImport(db, { customer, run })
  if (!claimed) return
  const counts = { licenses: 0, purchases: 0 }
  try {
    const tokens = openTokens(claimed.tokens, customer, req.payload.secret)
    if (!tokens) throw new HopelessError('The tokens cannot be read any more.')
    const accessToken = await freshToken(req, db, { customer, run, tokens })
    for await (const page of pagesOf(accessToken)) {
      counts.purchases += page.length
      counts.licenses += await importPage(req, db, customer, page)
    }
    await endImport(db, { ...counts, error: null, run, status: 'done' })
  } catch (error) {
    const text = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    if (isHopeless(error) || claimed.attempts >= importAttempts) {
      await endImport(db, { ...counts, error: text, run, status: 'failed' })
      return
    }
    await noteFailure(db, { error: text, licenses: counts.licenses, run })
    throw new Error(`Purchases at Envato could not be read: ${text}`, { cause: error })
  }
}

/** What another attempt would not mend. */
class HopelessError extends Error {}

function isHopeless(error: unknown): boolean {
  if (error instanceof HopelessError) return true
  // The customer took the permission back, or never gave it.
  return error instanceof HttpStatusError && [400, 401, 403].includes(error.status)
}

/** The access token, or another one in its place where its hour is over. */
async function freshToken(
  req: PayloadRequest,
  db: Queryable,
  { customer, run, tokens }: Run & { tokens: ProviderTokens },
): Promise<string> {
  const isOver = tokens.expiresAt !== null && tokens.expiresAt.getTime() < Date.now() + 60_000
  if (!isOver) return tokens.accessToken
  const ready = await findReady(req, 'envato')
  if (!tokens.refreshToken || !ready) throw new HopelessError('The access token has expired.')
  const renewed = await refreshAccessToken(tokens.refreshToken, ready.credentials)
  const sealed = sealTokens({ ...tokens, ...renewed }, customer, req.payload.secret)
  await writeTokens(db, run, sealed)
  return renewed.accessToken
}

/** The pages until one that is empty, or brings nothing new. */
async function* pagesOf(accessToken: string): AsyncGenerator<EnvatoPurchase[]> {
  const seen = new Set<string>()
  for (let page = 1; page <= mostPages; page += 1) {
    const purchases = await readPurchases(accessToken, page)
    const fresh = purchases.filter(({ code }) => !seen.has(code))
    if (fresh.length === 0) return
    for (const { code } of fresh) seen.add(code)
    yield fresh
  }
}

async function importPage(
  req: PayloadRequest,
  db: Queryable,
  customer: string,
  purchases: EnvatoPurchase[],
): Promise<number> {
  const products = await productsByItem(db, [...new Set(purchases.map(({ itemId }) => itemId))])
  let added = 0
  for (const purchase of purchases) {
    const product = products.get(purchase.itemId)
    if (!product) continue
    // Read each time: the account may have been deleted or its Client ID changed meanwhile.
    const owner = await findOwner(db, customer)
    if (!owner) throw new HopelessError('The customer is not there any more.')
    const outcome = await importPurchase(req.payload, { owner, product, purchase })
    if (outcome === 'added' || outcome === 'taken') added += 1
  }
  return added
}
