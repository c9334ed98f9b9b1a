import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { licensesOf } from '../../../access/ownLicenses'
import { transactionOf } from '../../../collections/transaction'
import { findIdentitiesOf } from '../../../plugins/social-login'
import { findPasskeys, type PasskeyRow } from '../passkeys/repository'
import { findAddedFields } from './findAddedFields'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { findSessions } from '../sessions/repository'
import { slugOf } from '../../slugs/slugOf'

const batch = 1000

/** What a customer's data consists of: everything that is about them and that they may see. */
export type CustomerData = {
  account: Record<string, unknown>
  activations: unknown[]
  /** Accounts at other providers that open this one. */
  connectedAccounts: unknown[]
  exportedAt: string
  licenses: unknown[]
  mails: unknown[]
  passkeys: unknown[]
  sessions: unknown[]
  signIns: unknown[]
}

/**
 * A copy of everything that is kept about a signed-in customer (GDPR, article 15). Whether the portal's
 * pages are switched on makes no difference to what is theirs.
 */
export async function exportData(
  req: PayloadRequest,
  customer: SignedInCustomer,
): Promise<CustomerData> {
  const own = licensesOf(customer)
  const licenses = own ? await findAll(req, slugOf('licenses'), own, publicLicense) : []
  const ids = licenses.map(({ id }) => id)
  const activations = ids.length
    ? await findAll(req, slugOf('activations'), { license: { in: ids } }, (row) => row)
    : []
  const { confirmedAt, createdAt, email, id, lastLogin, name, pendingEmail } = customer
  const db = await transactionOf(req)
  const about = { customer: { equals: customer.id } }
  return {
    account: {
      ...(await findAddedFields(req, customer)),
      clientId: customer.clientId,
      confirmedAt,
      createdAt,
      email,
      id,
      language: customer.language,
      lastLogin,
      name,
      pendingEmail,
      totpEnabledAt: customer.totpEnabledAt,
    },
    activations,
    connectedAccounts: await connectedAccounts(req, customer.id),
    exportedAt: new Date().toISOString(),
    licenses,
    mails: await findAll(req, slugOf('mails'), about, publicMail),
    passkeys: (await findPasskeys(db, customer.id)).map(publicPasskey),
    sessions: await findSessions(db, customer.id),
    signIns: await findAll(req, slugOf('login-events'), about, (row) => row),
  }
}

async function connectedAccounts(req: PayloadRequest, customer: string) {
  return (await findIdentitiesOf(req, customer)).map(
    ({ createdAt, email, lastUsedAt, name, provider, subject }) => ({
      createdAt,
      email,
      lastUsedAt,
      name,
      provider,
      subject,
    }),
  )
}

/** The seller's own remarks are not the customer's. */
const internalFields = ['codeKey', 'comments']

function publicLicense(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !internalFields.includes(name)))
}

/** What was sent to whom and when. Why the mail system failed is not the customer's matter. */
function publicMail({ id, sentAt, subject, template, to }: Record<string, unknown>) {
  return { id, sentAt, subject, template, to }
}

function publicPasskey({ createdAt, id, lastUsedAt, name }: PasskeyRow) {
  return { createdAt, id, lastUsedAt, name }
}

async function findAll(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  show: (row: Record<string, unknown>) => Record<string, unknown>,
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  let last: null | string = null
  for (;;) {
    const found = await req.payload.find({
      collection,
      depth: 0,
      limit: batch,
      // The filter is the right: rows of this customer only, whatever pages the portal shows.
      overrideAccess: true,
      pagination: false,
      req,
      sort: 'id',
      where: last ? { and: [where, { id: { greater_than: last } }] } : where,
    })
    const docs = found.docs as unknown as Record<string, unknown>[]
    rows.push(...docs.map(show))
    if (docs.length < batch) return rows
    last = docs.at(-1)?.id as string
  }
}
