import fc from 'fast-check'
import type { GraphQLField } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type GraphQL, graphQLOf } from '../../support/graphQL'
import { hostileValue, inputs, seed } from '../../support/hostile'
import { requestOf } from '../access/people'
import { snapshot } from '../access/rows'
import { selectionOf, variablesOf } from './support/question'
import { openWorld, type World } from './support/world'

type Operation = { field: GraphQLField<unknown, unknown>; kind: 'mutation' | 'query' }

/** What tells everybody something of themselves: what they may do, who they are, whether there is anybody. */
const forEverybody = /^(Access|docAccess\w+|initialized\w+|me\w+)$/
/** What shows customers what is theirs. */
const forCustomers = /^(Activation|Customer|License|LoginEvent)s?$/
const countsForCustomers = /^count(Activation|Customer|License|LoginEvent)s$/

let ask: GraphQL
let operations: Operation[]
let world: World

beforeAll(async () => {
  world = await openWorld()
  const { ask: asked, schema } = graphQLOf(world.test)
  ask = asked
  operations = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ({
      field,
      kind: 'query' as const,
    })),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({
      field,
      kind: 'mutation' as const,
    })),
  ]
})
afterAll(() => world.test.close())

const answerTo = async (
  { field, kind }: Operation,
  variables: Record<string, unknown>,
  isCustomer: boolean,
) => {
  const args = field.args.filter(({ name }) => name in variables)
  const head = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const uses = args.map(({ name }) => `${name}: $${name}`).join(', ')
  const source = `${kind}${head && `(${head})`} { ${field.name}${uses && `(${uses})`} ${selectionOf(field.type)} }`
  const actor = isCustomer ? 'customer' : 'nobody'
  const req = await requestOf(world.test.payload, world.people, actor)
  const { data, errors } = await ask(source, { req, variables })
  world.expectNothingOfOthers(JSON.stringify(data))
  for (const { message, status } of errors) {
    const outcome = `${field.name}: ${status ?? 400} ${message}`
    expect(outcome).not.toMatch(/: 5\d\d /)
    expect(message, field.name).not.toMatch(/complex|cost|Cannot query field/i)
  }
  world.expectNothingOfOthers(JSON.stringify(errors.map(({ message }) => message)))
  return data[field.name] ?? null
}

/** That an answer holds nothing but what somebody has a right to. */
function expectRightTo(value: unknown, { name }: Operation['field'], isCustomer: boolean) {
  if (name.startsWith('me')) {
    const { user } = (value ?? { user: null }) as { user: null | { id: string } }
    expect(user?.id ?? null, name).toBe(
      isCustomer && name === 'meCustomer' && user ? world.people.customer.id : null,
    )
    return
  }
  if (forEverybody.test(name)) return
  if (isCustomer && countsForCustomers.test(name)) {
    expect((value as null | { totalDocs: number })?.totalDocs ?? 0, name).toBeLessThanOrEqual(1)
    return
  }
  if (isCustomer && forCustomers.test(name)) {
    for (const id of idsIn(value)) expect(world.own, `${name} ${id}`).toContain(id)
    return
  }
  expect({ [name]: value }).toEqual({ [name]: null })
}

function idsIn(value: unknown): string[] {
  const { docs, id } = (value ?? {}) as { docs?: { id: string }[]; id?: string }
  return [...(docs ?? []).map((doc) => doc.id), ...(id === undefined ? [] : [id])]
}

// A busy machine needs minutes for all of them.
const patience = 600_000

describe('whatever outsiders ask of GraphQL', () => {
  it(
    'each operation shows a customer theirs and nobody anything, when it is asked for with ids that exist',
    async () => {
      const before = await snapshot(world.test.payload)
      const seen = new Set<string>()
      for (const operation of operations) {
        const { field } = operation
        const needsId = field.args.some(({ name }) => name === 'id')
        for (const id of needsId ? world.someIds : [null]) {
          for (const isCustomer of [true, false]) {
            const dice = { chance: () => 0.5, hostile: () => 'x', id: () => String(id) }
            const value = await answerTo(operation, variablesOf(field, dice), isCustomer)
            expectRightTo(value, field, isCustomer)
            if (isCustomer) for (const own of idsIn(value)) seen.add(`${field.name} ${own}`)
          }
        }
      }
      // What is theirs was read, so what is others' would have been as well.
      const { customer, mine } = world.people
      expect([...seen].sort()).toEqual(
        [
          `Activation ${mine.activation.id}`,
          `Activations ${mine.activation.id}`,
          `Customer ${customer.id}`,
          `Customers ${customer.id}`,
          `License ${mine.license.id}`,
          `Licenses ${mine.license.id}`,
        ].sort(),
      )
      expect(await snapshot(world.test.payload)).toEqual(before)
    },
    patience,
  )

  it(
    'it does not fail, reads nothing of others and changes nothing',
    async () => {
      const before = await snapshot(world.test.payload)
      const question = fc.record({
        chances: fc.infiniteStream(fc.noBias(fc.integer({ max: 999, min: 0 }))),
        hostile: fc.infiniteStream(hostileValue),
        ids: fc.infiniteStream(fc.constantFrom(...world.someIds)),
        isCustomer: fc.boolean(),
        operation: fc.nat(),
      })
      await fc.assert(
        fc.asyncProperty(question, async ({ chances, hostile, ids, isCustomer, ...one }) => {
          const operation = operations[one.operation % operations.length] as Operation
          const variables = variablesOf(operation.field, {
            chance: () => chances.next().value / 1000,
            hostile: () => hostile.next().value as unknown,
            id: () => ids.next().value as string,
          })
          const value = await answerTo(operation, variables, isCustomer)
          expectRightTo(value, operation.field, isCustomer)
        }),
        { endOnFailure: true, numRuns: Math.ceil(inputs * 0.15), seed },
      )
      expect(await snapshot(world.test.payload)).toEqual(before)
    },
    patience,
  )
})
