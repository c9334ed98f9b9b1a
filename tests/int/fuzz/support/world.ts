import { expect } from 'vitest'

import type { Customer, License } from '../../../../payload-types'
import { currentSigningKey } from '../../../../src/certificates/signingKeys'
import { createTestPayload, type TestPayload } from '../../../support/payload'
import { tokenOf } from '../../../support/rest'
import { createCustomer, createPeople, type People } from '../../access/people'
import { createRows, snapshot } from '../../access/rows'

/** What tells of the insides: stacks, and queries. */
export const insides =
  /node_modules|\bat (async )?(\S+ \()?(file:|node:|\/)\S*:\d+:\d+|Failed query/

/** A shop with a document in every collection, as a customer sees it who has one licence with one activation. */
export type World = {
  /** Fails where a text names what the customer may not read, or tells of the insides. */
  expectNothingOfOthers: (text: string) => void
  /** Ids of the documents that are the customer's. */
  own: Set<string>
  /** The customer stands in for the first of them. */
  people: People
  /** Ids of documents, the customer's and others'. */
  someIds: string[]
  test: TestPayload
  token: string
}

/** Opens it. Its Payload is to be closed after the tests of the file. */
export async function openWorld(): Promise<World> {
  const test = await createTestPayload()
  const { payload } = test
  const first = await createPeople(payload)
  await createRows(payload, first)
  // The row's key is none that anything can be signed with: a customer's first certificate would replace it.
  await currentSigningKey(payload)
  const reader = await createCustomer(payload, 'reader')
  const mine = await createLicense(test, first, reader)
  const people = { ...first, customer: reader, mine }
  const { email } = reader
  const token = await tokenOf(payload, 'customers', { email, password: people.password })
  const everything = await snapshot(payload)
  // Their sessions and sign-ins are theirs as well: the download of their data has them.
  const ofAccount = idsIn(everything, ({ customer }) => customer === reader.id)
  const own = new Set([reader.id, mine.license.id, mine.activation.id, ...ofAccount])
  // A licence names its product by id.
  const foreign = idsIn(everything).filter((id) => !own.has(id) && id !== people.product.id)
  const secrets = [
    people.admin.email,
    ...[first.mine, people.theirs].flatMap(({ activation, license }) => [
      String(license.code),
      String(license.email),
      String(activation.domain),
    ]),
    ...foreign,
  ]
  return {
    expectNothingOfOthers: (text) => {
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
      expect(text).not.toMatch(
        /node_modules|\bat (async )?(\S+ \()?(file:|node:|\/)\S*:\d+:\d+|Failed query/,
      )
    },
    own,
    people,
    someIds: [...own, people.theirs.license.id, people.theirs.activation.id, people.other.id],
    test,
    token,
  }
}

type Document = { customer?: unknown; id: number | string }

function idsIn(
  everything: Record<string, unknown>,
  isMeant: (doc: Document) => boolean = () => true,
): string[] {
  const ids = Object.values(everything).flatMap((docs) =>
    Array.isArray(docs) ? (docs as Document[]).filter(isMeant).map(({ id }) => String(id)) : [],
  )
  // Numbers of migrations and the like occur everywhere.
  return ids.filter((id) => id.length > 20)
}

async function createLicense(
  { payload }: TestPayload,
  { mine, product }: People,
  { clientId, email }: Customer,
): Promise<People['mine']> {
  const license: License = await payload.create({
    collection: 'licenses',
    data: { customerId: clientId, email, product: product.id, type: 'perpetual' },
  })
  const { activatedAt, environment, lastSeenAt } = mine.activation
  const activation: unknown = await payload.db.create({
    collection: 'activations',
    data: {
      activatedAt,
      customerId: clientId,
      domain: 'own.example.com',
      environment,
      isActive: true,
      isValid: true,
      lastSeenAt,
      license: license.id,
      licenseCode: license.code,
      product: product.id,
    },
  })
  return { activation: activation as People['mine']['activation'], license }
}
