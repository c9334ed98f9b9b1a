import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type PayloadRequest, ValidationError } from 'payload'

import { inTransaction } from '../accounts/inTransaction'
import type { Queryable } from '../licensing/types'
import type { EnvatoPurchase, EnvatoSale } from './client'
import { holdLicense, type MetLicense, type PurchaseOwner, reportConflict } from './repository'
import { slugOf } from '../slugs/slugOf'

export type PurchaseOutcome = 'added' | 'conflict' | 'known' | 'taken'

type PurchaseArgs = { owner: PurchaseOwner; product: string; purchase: EnvatoPurchase }

/**
 * Makes a purchase the customer's licence, once: codes are unique, and of several at once one makes it. A licence that has no owner becomes
 * theirs, one of somebody else is reported and stays as it is.
 */
export async function importPurchase(
  payload: Payload,
  args: PurchaseArgs,
): Promise<PurchaseOutcome> {
  const step = async () => {
    const req = await createLocalReq({}, payload)
    return inTransaction(req, (db) => importHeld(req, db, args))
  }
  try {
    return await step()
  } catch (error) {
    // Somebody else made the licence in the same moment; now it is there to be looked at.
    if (error instanceof ValidationError) return step()
    throw error
  }
}

async function importHeld(
  req: PayloadRequest,
  db: Queryable,
  { owner, product, purchase }: PurchaseArgs,
): Promise<PurchaseOutcome> {
  const met = await holdLicense(db, purchase.code)
  if (!met) {
    await createLicense(req, {
      clientId: owner.clientId,
      code: purchase.code,
      product,
      sale: purchase,
    })
    return 'added'
  }
  const isOwn = met.customerId === owner.clientId
  if (met.product !== product || !(isOwn || isFree(met, owner))) {
    const reason = met.product === product ? 'heldByAnother' : 'otherProduct'
    const conflict = {
      customer: owner.id,
      license: met.id,
      purchaseCode: purchase.code,
      reason,
    } as const
    await reportConflict(db, conflict)
    return 'conflict'
  }
  await writeOwnPurchase(db, met, owner, purchase)
  return isOwn ? 'known' : 'taken'
}

/** A licence of nobody: no Client ID, and no address but the customer's own. */
function isFree({ customerId, email }: MetLicense, owner: PurchaseOwner): boolean {
  if (customerId) return false
  return !email || (owner.confirmedAt !== null && email === owner.email)
}

/** Support is only ever extended: an administrator may have given more. */
async function writeOwnPurchase(
  db: Queryable,
  { id }: MetLicense,
  { clientId }: PurchaseOwner,
  { supportUntil }: EnvatoPurchase,
): Promise<void> {
  await db.execute(sql`
    update licenses set customer_id = ${clientId}, is_envato = true,
      support_until = greatest(support_until, ${supportUntil?.toISOString() ?? null}::timestamptz), updated_at = now()
    where id = ${id}`)
}

type NewLicense = { clientId: null | string; code: string; product: string; sale: EnvatoSale }

/**
 * Writes the licence of a purchase.
 *
 * @throws ValidationError where there is one with this code
 */
export async function createLicense(
  req: PayloadRequest,
  { clientId, code, product, sale }: NewLicense,
): Promise<void> {
  await req.payload.create({
    collection: slugOf('licenses'),
    data: {
      code,
      comments: sale.licenseName ? `Envato: ${sale.licenseName.slice(0, 200)}` : null,
      customerId: clientId,
      isEnvato: true,
      product,
      supportUntil: sale.supportUntil?.toISOString() ?? null,
      type: 'perpetual',
    },
    depth: 0,
    // What is bought, and by whom, says Envato; nobody is signed in.
    overrideAccess: true,
    req,
  })
}
