import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type GraphQL, graphQLOf } from '../../support/graphQL'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { createCustomer, createPeople, type People, requestOf } from '../access/people'
import { createRows, snapshot } from '../access/rows'
import { hostileText, hostileValue, inputs, seed, wellFormed } from '../../support/hostile'

let ask: GraphQL
let people: People
let rest: Rest
let schema: ReturnType<typeof graphQLOf>['schema']
let test: TestPayload
let token: string
/** What of the other customer nobody else may read. */
let secrets: string[]

beforeAll(async () => {
  test = await createTestPayload()
  people = await createPeople(test.payload)
  await createRows(test.payload, people)
  ;({ ask, schema } = graphQLOf(test))
  rest = restOf(test)
  const reader = await createCustomer(test.payload, 'reader')
  token = await tokenOf(test.payload, 'customers', {
    email: reader.email,
    password: people.password,
  })
  people = { ...people, customer: reader }
  secrets = [people.other.email, people.theirs.license.code ?? '', people.admin.email]
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

const expectNothingOf = (text: string) => {
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/node_modules|\bat .+:\d+:\d+|Failed query/)
}

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
          fc.constant(people.theirs.license.id),
          fc.constant(people.other.id),
          hostileText,
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
            ...(one.isCustomer ? { token } : {}),
          })
          // 501 is what Payload says of a collection that has no REST at all.
          expect(`${one.method} ${path.slice(0, 200)}: ${status}`).not.toMatch(/: 5(?!01)\d\d$/)
          expectNothingOf(JSON.stringify(body))
        }),
        { endOnFailure: true, numRuns: Math.ceil(inputs * 0.25), seed },
      )
      expect(await snapshot(test.payload)).toEqual(before)
    },
    patience,
  )

  it(
    'GraphQL answers without failing, reads nothing of others and changes nothing',
    async () => {
      const before = await snapshot(test.payload)
      const fields = [
        ...Object.values(schema.getQueryType()?.getFields() ?? {}).map(
          (field) => ['query', field] as const,
        ),
        ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
          (field) => ['mutation', field] as const,
        ),
      ]
      const question = fc.record({
        field: fc.nat(),
        isCustomer: fc.boolean(),
        values: fc.infiniteStream(
          fc.oneof(hostileValue, fc.constantFrom(people.theirs.license.id, people.other.id)),
        ),
      })
      await fc.assert(
        fc.asyncProperty(question, async (one) => {
          const [kind, field] = fields[one.field % fields.length] as (typeof fields)[number]
          const args = field.args.map((arg) => ({ name: arg.name, type: String(arg.type) }))
          const head = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
          const uses = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
          const source = `${kind}${head && `(${head})`} { ${field.name}${uses && `(${uses})`} { __typename } }`
          const variables = Object.fromEntries(
            args.map((arg) => [arg.name, one.values.next().value]),
          )
          const req = await requestOf(test.payload, people, one.isCustomer ? 'customer' : 'nobody')
          const { data, errors } = await ask(source, { req, variables })
          for (const { message, status } of errors) {
            expect(`${field.name}: ${status ?? 400} ${message}`).not.toMatch(/: 5\d\d /)
          }
          expectNothingOf(JSON.stringify([data, errors.map(({ message }) => message)]))
        }),
        { endOnFailure: true, numRuns: Math.ceil(inputs * 0.15), seed },
      )
      expect(await snapshot(test.payload)).toEqual(before)
    },
    patience,
  )
})
