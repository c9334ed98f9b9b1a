import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'

import { getSettings, readSettings } from '../../../collections/Settings/getSettings'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { databaseOf } from '../reports/support'

/** Settings are remembered while their row is the same: a change holds from the next request on, whoever made it. */
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  await name('Before')
  await settle()
})
afterAll(() => test.close())
afterEach(() => void vi.restoreAllMocks())

const name = (productName: string) =>
  payload.updateGlobal({ data: { productName }, slug: 'settings' })
/** As if the last change were of long ago. */
const settle = () =>
  databaseOf(payload).execute(sql`update settings set updated_at = now() - interval '1 minute'`)
const nameNow = async () => (await readSettings(payload)).productName

it('are read once for many requests', async () => {
  await nameNow()
  const read = vi.spyOn(payload, 'findGlobal')
  expect(await nameNow()).toBe('Before')
  const [one, other] = await Promise.all([createLocalReq({}, payload), createLocalReq({}, payload)])
  expect(await getSettings(one)).toBe(await getSettings(other))
  expect(read).not.toHaveBeenCalled()
})

it('are as they were changed, in this process and in another', async () => {
  await name('Here')
  await settle()
  expect(await nameNow()).toBe('Here')
  await databaseOf(payload).execute(sql`update settings set product_name = 'Elsewhere'`)
  expect(await nameNow()).toBe('Elsewhere')
})

it('are as they were changed, where that was in a list beside their row', async () => {
  const hosts = async () => (await readSettings(payload)).developmentHosts
  const set = async (developmentHosts: string[]) => {
    await payload.updateGlobal({ data: { developmentHosts }, slug: 'settings' })
    await settle()
  }
  await set(['staging.*'])
  expect(await hosts()).toEqual(['staging.*'])
  await set(['dev.*'])
  expect(await hosts()).toEqual(['dev.*'])
})

it('are seen by nobody before they are committed, and not after they were rolled back', async () => {
  await name('Committed')
  await settle()
  const req = await createLocalReq({}, payload)
  const id = (await payload.db.beginTransaction()) as string
  req.transactionID = id
  await payload.updateGlobal({ data: { productName: 'Not yet' }, req, slug: 'settings' })
  expect((await readSettings(payload, req)).productName).toBe('Not yet')
  expect(await nameNow()).toBe('Committed')
  await payload.db.rollbackTransaction(id)
  expect(await nameNow()).toBe('Committed')
})

it('cannot be changed by who reads them', async () => {
  const settings = await readSettings(payload)
  expect(() => Object.assign(settings, { productName: 'Mine' })).toThrow(TypeError)
  expect(await nameNow()).not.toBe('Mine')
})

it('are read every time for some seconds after a change, of which a list may still be written', async () => {
  await name('Just now')
  const read = vi.spyOn(payload, 'findGlobal')
  await nameNow()
  await nameNow()
  expect(read).toHaveBeenCalledTimes(2)
  read.mockClear()
  await settle()
  await nameNow()
  await nameNow()
  expect(read).toHaveBeenCalledTimes(1)
})

it('are read anew where the configuration was reloaded', async () => {
  await settle()
  await nameNow()
  const read = vi.spyOn(payload, 'findGlobal')
  const { config } = payload
  payload.config = { ...config }
  await nameNow()
  payload.config = config
  expect(read).toHaveBeenCalledTimes(1)
})

it('are read every time where a replica may be behind', async () => {
  await settle()
  await nameNow()
  Object.assign(payload.db, { readReplicaOptions: ['postgres://replica'] })
  const read = vi.spyOn(payload, 'findGlobal')
  await nameNow()
  await nameNow()
  Object.assign(payload.db, { readReplicaOptions: undefined })
  expect(read).toHaveBeenCalledTimes(2)
})

it('a change while they are read is not missed', async () => {
  await name('First')
  await settle()
  const find = payload.findGlobal.bind(payload)
  vi.spyOn(payload, 'findGlobal').mockImplementationOnce(async (options) => {
    const found = await find(options)
    await name('Second')
    await settle()
    return found
  })
  await nameNow()
  expect(await nameNow()).toBe('Second')
})
