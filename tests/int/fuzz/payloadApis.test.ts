import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TestPayload } from '../../support/payload'
import { type Rest, restOf } from '../../support/rest'
import { snapshot } from '../access/rows'
import { hostileText, hostileValue, inputs, seed, wellFormed } from '../../support/hostile'
import { openWorld, type World } from './support/world'

let rest: Rest
let test: TestPayload
let world: World

beforeAll(async () => {
  world = await openWorld()
  ;({ test } = world)
  rest = restOf(test)
})
afterAll(() => test.close())

const name = fc.constantFrom(
  'id',
  'email',
  'hash',
  'code',
  'codeKey',
  'customerId',
  'comments',
  'license.customerId',
  'customer.email',
  'resetPasswordToken',
  'constructor',
  '__proto__',
)
const operator = fc.constantFrom(
  'equals',
  'like',
  'in',
  'exists',
  'greater_than',
  'near',
  'nonsense',
)

// A busy machine needs minutes for all of them.
const patience = 600_000

describe('whatever outsiders ask of Payload', () => {
  it(
    'REST answers without failing, reads nothing of others and changes nothing',
    async () => {
      const before = await snapshot(test.payload)
      const slugs = Object.keys(test.payload.collections)
      const question = fc.record({
        body: fc.dictionary(name, hostileValue, { maxKeys: 4 }),
        field: name,
        id: fc.oneof(
          { arbitrary: fc.constantFrom(...world.someIds), weight: 2 },
          { arbitrary: hostileText, weight: 1 },
        ),
        isCustomer: fc.boolean(),
        method: fc.constantFrom('GET', 'GET', 'GET', 'PATCH', 'DELETE', 'POST'),
        operator,
        part: fc.constantFrom('', '/:id', '/count', '/versions', '/:id/nonsense', '/access/:id'),
        slug: fc.constantFrom(...slugs),
        value: hostileText,
      })
      await fc.assert(
        fc.asyncProperty(question, async (one) => {
          const query = new URLSearchParams({
            [`where[${one.field}][${one.operator}]`]: wellFormed(one.value),
            depth: '9',
            limit: wellFormed(one.value).slice(0, 20),
            [`select[${one.field}]`]: 'true',
            sort: one.field,
          })
          const id = encodeURIComponent(wellFormed(one.id).slice(0, 500)) || 'x'
          const path = `/${one.slug}${one.part.replace(':id', id)}?${query}`
          const { body, status } = await rest(one.method, path, {
            ...(one.method === 'GET' || one.method === 'DELETE' ? {} : { body: one.body }),
            ...(one.isCustomer ? { token: world.token } : {}),
          })
          // 501 is what Payload says of a collection that has no REST at all.
          expect(`${one.method} ${path.slice(0, 200)}: ${status}`).not.toMatch(/: 5(?!01)\d\d$/)
          // What is wrong with an id is said with the id. Answers that have a document have no errors.
          const text = JSON.stringify(body)
          world.expectNothingOfOthers(
            'errors' in body || 'message' in body ? text.replaceAll(one.id, '') : text,
          )
        }),
        { endOnFailure: true, numRuns: Math.ceil(inputs * 0.25), seed },
      )
      expect(await snapshot(test.payload)).toEqual(before)
    },
    patience,
  )
})
