import { existsSync } from 'node:fs'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { ReleaseFile, Version } from '../../../payload-types'
import type { Queryable } from '../../../src/licensing/types'
import { removeUnusedFile } from '../../../src/releases/removeUnusedFile'
import { pathOnDisk } from '../../../src/storage/disk'
import { createTestPayload } from '../../support/payload'
import { release, upload } from './support'

/** The files of a version that is deleted go with it, but none that another version has, and none before the deletion is certain. */
let payload: Payload
let close: () => Promise<void>
let db: Queryable
let product: string

beforeAll(async () => {
  const opened = await createTestPayload()
  payload = opened.payload
  close = opened.close
  db = (payload.db as unknown as { drizzle: Queryable }).drizzle
})
afterAll(() => close())
beforeEach(async () => {
  await db.execute(sql`delete from payload_jobs`)
  product = (await payload.create({ collection: 'products', data: { name: 'Tidemark' } })).id
})

const fileOf = async (id: Version['mainFile']): Promise<ReleaseFile> =>
  payload.findByID({ collection: 'release-files', id: id as string })

const remove = ({ id }: Version) => payload.delete({ collection: 'versions', id })

const runJobs = () => payload.jobs.run({ limit: 100, silent: true })

async function isThere({ filename, id }: ReleaseFile): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'release-files',
    where: { id: { equals: id } },
  })
  const isOnDisk = existsSync(pathOnDisk(payload, 'release-files', filename ?? ''))
  expect(isOnDisk).toBe(totalDocs === 1)
  return isOnDisk
}

it('both files of a deleted version are gone after it', async () => {
  const version = await release(payload, product, { main: 'a', sql: 'b', version: '1.0.0' })
  const files = [await fileOf(version.mainFile), await fileOf(version.sqlFile)]
  await remove(version)
  await runJobs()
  for (const file of files) expect(await isThere(file)).toBe(false)
})

it('the files of a deleted product’s versions are gone after it', async () => {
  const versions = [
    await release(payload, product, { main: 'a', version: '1.0.0' }),
    await release(payload, product, { main: 'b', version: '2.0.0' }),
    await release(payload, product, { version: '3.0.0' }),
  ]
  const files = [await fileOf(versions[0]?.mainFile), await fileOf(versions[1]?.mainFile)]
  await payload.delete({ collection: 'products', id: product })
  await runJobs()
  for (const file of files) expect(await isThere(file)).toBe(false)
})

it('a file that another version has stays until that one is deleted too', async () => {
  const file = await upload(payload, 'shared.zip', 'shared')
  const first = await release(payload, product, { mainFile: file.id, version: '1.0.0' })
  const second = await release(payload, product, { sqlFile: file.id, version: '2.0.0' })
  await remove(first)
  await runJobs()
  expect(await isThere(file)).toBe(true)
  await remove(second)
  await runJobs()
  expect(await isThere(file)).toBe(false)
})

it('a deletion that is not committed costs no file', async () => {
  const version = await release(payload, product, { main: 'a', version: '1.0.0' })
  const file = await fileOf(version.mainFile)
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  await payload.delete({ collection: 'versions', id: version.id, req })
  await killTransaction(req)
  await runJobs()
  expect(await isThere(file)).toBe(true)
})

it('a version that is given the file while it is removed does not lose it unnoticed', async () => {
  const file = await upload(payload, 'wanted.zip', 'wanted')
  const results = await Promise.allSettled([
    removeUnusedFile(payload, file.id),
    release(payload, product, { mainFile: file.id, version: '1.0.0' }),
  ])
  const isSaved = results[1]?.status === 'fulfilled'
  expect(results[0]?.status).toBe('fulfilled')
  expect(await isThere(file)).toBe(isSaved)
})
