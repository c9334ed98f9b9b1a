import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { closePayload } from '../../../src/database/close'
import { migrate } from '../../../src/database/migrate'
import { hasSearchIndexes } from '../../../src/database/searchIndexes'
import { parseTerm } from '../../../src/search/parseTerm'
import { findIds } from '../../../src/search/repository'
import { runOn } from '../../support/cluster'
import { databaseOf } from '../reports/support'

/** A database whose user may not create extensions: the app migrates, starts and searches, says what is missing, and takes it up later. */
const name = `test_${randomBytes(8).toString('hex')}`
const server = process.env.TEST_DATABASE_SERVER ?? ''
const ownersUrl = urlOf(server, name)
let payload: Payload

beforeAll(async () => {
  const password = randomBytes(16).toString('hex')
  await runOn(server, `create database ${name}`)
  await runOn(server, `create role ${name} login password '${password}'`)
  await runOn(server, `revoke create on database ${name} from public`)
  await runOn(ownersUrl, `grant all on schema public to ${name}`)
  const url = new URL(ownersUrl)
  Object.assign(url, { password, username: name })
  process.env.DATABASE_URL = url.href
  const { default: config } = await import('../../../payload.config')
  payload = await getPayload({ config, key: name })
})
afterAll(async () => {
  await closePayload(payload)
  await setTimeout(200)
  await runOn(server, `drop database if exists ${name} with (force)`)
  await runOn(server, `drop role ${name}`)
})

it('is migrated without the indexes, with a message that says what to do', async () => {
  const warn = vi.spyOn(payload.logger, 'warn').mockImplementation(() => undefined)
  await migrate(payload)
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('CREATE EXTENSION pg_trgm'))
  expect(await hasSearchIndexes(databaseOf(payload))).toBe(false)
  warn.mockRestore()
})

it('is connected to without an error in the log', async () => {
  const error = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
  await (payload.db as unknown as PostgresAdapter).createExtensions()
  expect(error).not.toHaveBeenCalled()
  error.mockRestore()
})

it('is searched all the same', async () => {
  const data = { clientId: 'C', email: 'grace@example.com', name: 'Grace' }
  const { id } = (await payload.db.create({ collection: 'customers', data })) as { id: string }
  const term = parseTerm('race')
  if (!term) throw new Error('This is a term.')
  expect(await findIds(databaseOf(payload), 'customers', term, 5)).toEqual([id])
})

it('gets them at the first start after an owner created the extension', async () => {
  await runOn(ownersUrl, 'create extension pg_trgm')
  const warn = vi.spyOn(payload.logger, 'warn')
  await migrate(payload)
  expect(warn).not.toHaveBeenCalled()
  expect(await hasSearchIndexes(databaseOf(payload))).toBe(true)
})

function urlOf(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}
