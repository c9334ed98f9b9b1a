import type { GraphQLField, GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import type { Payload, PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type GraphQL, graphQLOf } from '../../support/graphQL'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Actor, createPeople, type People, requestOf } from './people'
import { createRows, type Rows, snapshot } from './rows'

/**
 * Every field of the GraphQL schema, called with whatever it asks for, as everybody but administrators. What is not named here
 * is refused, a field that a new collection brings included.
 */
const open: Record<string, 'customers' | 'everybody'> = {
  Access: 'everybody',
  Activation: 'customers',
  Activations: 'customers',
  countActivations: 'customers',
  countCustomers: 'customers',
  countLicenses: 'customers',
  countLoginEvents: 'customers',
  Customer: 'customers',
  Customers: 'customers',
  initializedCustomer: 'everybody',
  initializedUser: 'everybody',
  License: 'customers',
  Licenses: 'customers',
  LoginEvent: 'customers',
  LoginEvents: 'customers',
  meCustomer: 'everybody',
  meUser: 'everybody',
}

const outsiders: Actor[] = ['nobody', 'customer', 'other']

let ask: GraphQL
let payload: Payload
let people: People
let rows: Rows
let schema: GraphQLSchema
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  people = await createPeople(payload)
  rows = await createRows(payload, people)
  ;({ ask, schema } = graphQLOf(test))
})
afterAll(() => test.close())

type Field = GraphQLField<unknown, unknown>

/** Calls a field as the server would, whatever its arguments' types demand. */
async function call(field: Field, id: string, req: PayloadRequest): Promise<unknown> {
  req.payloadAPI = 'GraphQL'
  const info = { fieldNodes: [], fragments: {}, schema } as unknown as GraphQLResolveInfo
  return field.resolve?.({}, { data: {}, id }, { headers: {}, req }, info)
}

const isRefusal = ({ status }: { status?: number }) => [401, 403, 404].includes(status ?? 0)

describe.each(outsiders)('%s', (actor) => {
  it('is refused by every field but the open ones', async () => {
    const before = await snapshot(payload)
    const fields = {
      ...schema.getQueryType()?.getFields(),
      ...schema.getMutationType()?.getFields(),
    }
    const ids = Object.values(rows).flatMap((row) => Object.values(row))
    for (const [name, field] of Object.entries(fields)) {
      const reach = open[name]
      if (reach === 'everybody' || (reach === 'customers' && actor !== 'nobody')) continue
      // What an actor may do with a document: answers "no" by itself.
      if (name.startsWith('docAccess')) continue
      const needsId = field.args.some((arg) => arg.name === 'id' && String(arg.type).endsWith('!'))
      for (const id of needsId ? ids : ['']) {
        const outcome = await call(
          field as Field,
          id,
          await requestOf(payload, people, actor),
        ).then(
          (value) => (value ? `answered ${JSON.stringify(value)}` : 'refused'),
          (error: { message: string; status?: number }) =>
            isRefusal(error) ? 'refused' : `error ${error.status} ${error.message}`,
        )
        expect(`${name}: ${outcome}`).toBe(`${name}: refused`)
      }
    }
    expect(await snapshot(payload)).toEqual(before)
  })
})

describe('a customer', () => {
  const asCustomer = async (source: string) =>
    ask(source, { req: await requestOf(payload, people, 'customer') })

  it('reads their own licences, activations, login events and account, without what is for administrators', async () => {
    const { data } = await asCustomer(
      `{
        Licenses { docs { id codeKey comments } }
        Activations { docs { id } }
        Customers { docs { id hash resetPasswordToken } }
        LoginEvents { docs { id } totalDocs }
        countLoginEvents { totalDocs }
      }`,
    )
    expect(data).toEqual({
      Activations: { docs: [{ id: people.mine.activation.id }] },
      Customers: { docs: [{ hash: null, id: people.customer.id, resetPasswordToken: null }] },
      Licenses: { docs: [{ codeKey: null, comments: null, id: people.mine.license.id }] },
      LoginEvents: { docs: [{ id: rows['login-events']?.mine }], totalDocs: 1 },
      countLoginEvents: { totalDocs: 1 },
    })
  })

  it("does not find another's login event by id", async () => {
    const { mine, theirs } = rows['login-events'] ?? {}
    const read = (id: string | undefined) =>
      asCustomer(`{ LoginEvent(id: "${id}") { id customer { id } } }`)
    expect((await read(mine)).data.LoginEvent).toMatchObject({ id: mine })
    expect((await read(theirs)).data.LoginEvent).toBeNull()
  })

  it.each([
    '{ Licenses(sort: "codeKey") { docs { id } } }',
    '{ Licenses(sort: "-comments") { docs { id } } }',
    '{ Licenses(where: { comments: { like: "s" } }) { docs { id } } }',
    '{ Licenses(where: { codeKey: { like: "s" } }) { docs { id } } }',
    '{ Customers(sort: "hash") { docs { id } } }',
    '{ Customers(sort: "resetPasswordToken") { docs { id } } }',
    '{ Customers(where: { salt: { exists: true } }) { docs { id } } }',
    '{ Activations(sort: "license.comments") { docs { id } } }',
  ])('gets nothing from hidden fields: %s', async (source) => {
    const { data, errors } = await asCustomer(source)
    expect(errors).not.toEqual([])
    expect(Object.values(data).filter(Boolean)).toEqual([])
  })
})

it('answers administrators, so that the refusals above are meant', async () => {
  const req = await requestOf(payload, people, 'admin')
  const { data, errors } = await ask(
    '{ Products { docs { id } } Settings: Setting { atLimit } countUsers { totalDocs } }',
    { req },
  )
  expect(errors).toEqual([])
  expect(data).toEqual({
    Products: { docs: [{ id: people.product.id }] },
    Settings: { atLimit: 'refuse' },
    countUsers: { totalDocs: 1 },
  })
})

describe('one request', () => {
  const refusalOf = async (source: string) => {
    const { data, errors } = await ask(source, {
      req: await requestOf(payload, people, 'customer'),
    })
    expect(data).toEqual({})
    return errors.map(({ message }) => message).join(' ')
  }

  it.each([
    '{ Licenses { docs { activations { docs { license { activations { docs { id } } } } } } } }',
    '{ Activations { docs { license { activations { docs { license { activations { docs { id } } } } } } } } }',
  ])('cannot nest a third list in two: %s', async (source) => {
    expect(await refusalOf(source)).toContain('nested more than')
  })

  it('cannot ask for the same a hundred times under other names', async () => {
    const many = Array.from({ length: 100 }, (_, at) => `a${at}: Licenses { docs { id } }`)
    expect(await refusalOf(`{ ${many.join(' ')} }`)).toContain('aliases')
  })
})
