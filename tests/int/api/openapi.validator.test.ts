import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'

let api: TestApi
let served: Record<string, unknown>

beforeAll(async () => {
  api = await openApi()
  served = (await api.call('GET', '/openapi.json', { key: null })).body
})
afterAll(() => api.close())

const validate = (document: Record<string, unknown>) => new Validator().validate(document)

it('the document is OpenAPI 3.1 to a validator that knows nothing of us', async () => {
  const validator = new Validator()
  expect(await validator.validate(served)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  expect(validator.resolveRefs()).toBeTypeOf('object')
})

it('the validator refuses the document without its title, and with a parameter that is nowhere', async () => {
  expect((await validate({ ...served, info: { version: '1' } })).valid).toBe(false)
  const paths = { '/x': { get: { parameters: [{ name: 'x' }], responses: {} } } }
  expect((await validate({ ...served, paths })).valid).toBe(false)
})

it('each operation has an id of its own, for generators of clients', () => {
  const paths = served.paths as Record<string, Record<string, { operationId?: string }>>
  const ids = Object.values(paths).flatMap((operations) =>
    Object.values(operations).map(({ operationId }) => operationId),
  )
  expect(ids).not.toContain(undefined)
  expect(new Set(ids).size).toBe(ids.length)
})
