import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'

/** Uniqueness when twenty ask for the same at once: one gets it, the others an error of the field, and nothing is left behind. */
const atOnce = 20
const password = 'a long enough password'

let payload: Payload
let product: string
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  product = (await payload.create({ collection: 'products', data: { name: 'Product' } })).id
})
afterAll(() => test.close())

type Outcome = 'done' | { fields: string[]; status: number }

async function outcomeOf(attempt: Promise<unknown>): Promise<Outcome> {
  try {
    await attempt
    return 'done'
  } catch (error) {
    const { data, status } = error as { data?: { errors?: { path: string }[] }; status: number }
    return { fields: (data?.errors ?? []).map(({ path }) => path), status }
  }
}

const race = (attempt: (index: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: atOnce }, (_, index) => outcomeOf(attempt(index))))

const oneWinner = (field: string): Outcome[] => [
  'done',
  ...Array.from({ length: atOnce - 1 }, () => ({ fields: [field], status: 400 })),
]

const sorted = (outcomes: Outcome[]) => outcomes.sort((a) => (a === 'done' ? -1 : 1))

describe('made at once', () => {
  it('a Client ID goes to one customer', async () => {
    const outcomes = await race((index) =>
      payload.create({
        collection: 'customers',
        data: { clientId: 'RACE', email: `client${index}@example.com`, name: 'R', password },
      }),
    )
    expect(sorted(outcomes)).toEqual(oneWinner('clientId'))
    const where = { email: { like: 'client' } }
    expect((await payload.count({ collection: 'customers', where })).totalDocs).toBe(1)
  })

  it('an e-mail address goes to one customer, however it is written', async () => {
    const outcomes = await race((index) =>
      payload.create({
        collection: 'customers',
        data: { email: index % 2 ? 'race@example.com' : ' Race@EXAMPLE.com', name: 'R', password },
      }),
    )
    expect(sorted(outcomes)).toEqual(oneWinner('email'))
  })

  it('a code goes to one licence, in whichever case', async () => {
    const outcomes = await race((index) =>
      payload.create({
        collection: 'licenses',
        data: { code: index % 2 ? 'race-code' : 'RACE-Code', product, type: 'trial' },
      }),
    )
    expect(sorted(outcomes)).toEqual(oneWinner('code'))
  })

  it('a reference ID goes to one product', async () => {
    const outcomes = await race((index) =>
      payload.create({
        collection: 'products',
        data: { name: `Race ${index}`, referenceId: 'RACE' },
      }),
    )
    expect(sorted(outcomes)).toEqual(oneWinner('referenceId'))
  })

  it('a version goes to its product once', async () => {
    const data = { product, releasedAt: new Date().toISOString(), version: '1.0' }
    const outcomes = await race(() => payload.create({ collection: 'versions', data }))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome !== 'done') expect(outcome.status).toBe(400)
    }
  })
})

describe('changed at once', () => {
  it('a Client ID still goes to one customer', async () => {
    const ids: string[] = []
    for (let index = 0; index < atOnce; index += 1) {
      const data = { email: `change${index}@example.com`, name: 'R', password }
      ids.push((await payload.create({ collection: 'customers', data })).id)
    }
    const outcomes = await race((index) =>
      payload.update({
        collection: 'customers',
        data: { clientId: 'CHANGED' },
        id: ids[index] ?? '',
      }),
    )
    expect(sorted(outcomes)).toEqual(oneWinner('clientId'))
  })
})

describe('changed to what another has', () => {
  it('is an error of the field, and the document stays as it was', async () => {
    const license = await payload.create({
      collection: 'licenses',
      data: { code: 'MINE', product, type: 'trial' },
    })
    await payload.create({
      collection: 'licenses',
      data: { code: 'THEIRS', product, type: 'trial' },
    })
    const changed = payload.update({
      collection: 'licenses',
      data: { code: 'theirs', invoice: 'INV-1' },
      id: license.id,
    })
    expect(await outcomeOf(changed)).toEqual({ fields: ['code'], status: 400 })
    const after = await payload.findByID({ collection: 'licenses', id: license.id })
    expect(after).toMatchObject({ code: 'MINE', invoice: license.invoice })
  })
})
