import { createLocalReq, type Payload, ValidationError } from 'payload'

import { inTransaction } from '../accounts/inTransaction'
import type { Queryable } from '../licensing/types'
import { readSecret } from '../secrets/secretField'
import { type EnvatoSale, findSale } from './client'
import { createLicense } from './importPurchase'
import { findSoldProduct, holdLicense, ownerOfUsername } from './repository'
import { slugOf } from '../slugs/slugOf'

const purchaseCode = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

type SaleArgs = { code: string; productReferenceId: string }

/**
 * Looks a purchase code that has no licence yet up with the seller's token, and writes its licence: the buyer activates without having
 * been to the portal. A buyer who is known here as a customer is its owner.
 *
 * @returns `unknown` where the code is not of a sale of this product, or there is no token; `unavailable` where Envato cannot be asked
 */
export async function registerSale(
  payload: Payload,
  { code, productReferenceId }: SaleArgs,
): Promise<'registered' | 'unavailable' | 'unknown'> {
  const trimmed = code.trim()
  if (!purchaseCode.test(trimmed)) return 'unknown'
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  const [product, token] = await Promise.all([
    findSoldProduct(db, productReferenceId),
    personalToken(payload),
  ])
  if (!product || !token) return 'unknown'
  try {
    const sale = await findSale(token, trimmed)
    if (sale?.itemId !== product.envatoId) return 'unknown'
    await writeSale(payload, { code: trimmed, product: product.id, sale })
    return 'registered'
  } catch (err) {
    payload.logger.error({ err, msg: 'A purchase code could not be looked up at Envato' })
    return 'unavailable'
  }
}

/** The seller's own token: `ENVATO_PERSONAL_TOKEN`, else the settings'. */
async function personalToken(payload: Payload): Promise<null | string> {
  return (
    process.env.ENVATO_PERSONAL_TOKEN ||
    readSecret(payload, slugOf('settings'), 'envatoPersonalToken')
  )
}

async function writeSale(
  payload: Payload,
  { code, product, sale }: { code: string; product: string; sale: EnvatoSale },
): Promise<void> {
  const req = await createLocalReq({}, payload)
  try {
    await inTransaction(req, async (db) => {
      if (await holdLicense(db, code)) return
      const clientId = sale.buyer ? await ownerOfUsername(db, sale.buyer) : null
      await createLicense(req, { clientId, code, product, sale })
    })
  } catch (error) {
    // It is there by now: somebody else made it in the same moment.
    if (!(error instanceof ValidationError)) throw error
  }
}
