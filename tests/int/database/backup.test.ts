import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { getPayload, type Payload } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createLicensingApi } from '../../../src/api/app'
import { backUp } from '../../../src/database/backup/backup'
import { manifestFile, readManifest, tableFile } from '../../../src/database/backup/manifest'
import { refuseUnrestorable, restore } from '../../../src/database/backup/restore'
import { closePayload } from '../../../src/database/close'
import { seedDemo } from '../../../src/database/seed'
import { runOn } from '../../support/cluster'
import { templateDatabase } from '../../support/names'
import { from, openApi, type TestApi } from '../api/support/api'
import { upload } from '../releases/support'

/** A backup that was never restored is none. */
let api: TestApi
let folder: string
let code: string
let token: string
const targets: string[] = []

beforeAll(async () => {
  api = await openApi()
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'backup-')), 'first')
  await seedDemo(api.payload)
  await upload(api.payload, 'app-1.0.0.zip', 'the bytes of a release')
  ;({ code } = await api.createLicense({ email: 'reader@example.com', parallelUses: 1 }))
  const body = { license_code: code, product_id: 'TIDEMARK' }
  const answer = await api.call('POST', '/external/license/activate', {
    body,
    headers: from('shop.example'),
  })
  token = answer.body.lic_response as string
  await backUp(api.databaseUrl, folder, process.env.UPLOAD_DIR ?? '')
})
afterAll(async () => {
  await api.close()
  await rm(path.dirname(folder), { force: true, recursive: true })
  for (const url of targets) {
    const name = new URL(url).pathname.slice(1)
    await runOn(serverUrl(), `drop database if exists ${name} with (force)`)
  }
})

const serverUrl = () => process.env.TEST_DATABASE_SERVER ?? ''
const uploadsOf = (name: string) => path.join(path.dirname(folder), `uploads-${name}`)

/** An empty database with the app's schema. */
async function createTarget(): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await runOn(serverUrl(), `create database ${name} template ${templateDatabase}`)
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  targets.push(url.href)
  return url.href
}

/** A checksum of each table's rows, whatever their order. */
async function contents(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { tables } = await readManifest(folder)
    const sums: Record<string, string> = {}
    for (const [table, { columns }] of Object.entries(tables)) {
      const row = `row(${columns.map((name) => `"${name}"`).join(', ')})::text`
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ':' || coalesce(md5(string_agg(md5(${row}), '' order by md5(${row}))), '') as sum from "${table}"`,
      )
      sums[table] = rows[0]?.sum ?? ''
    }
    return sums
  } finally {
    await client.end()
  }
}

/** The app on another database than the configuration names. */
async function serve(url: string): Promise<Payload> {
  const { default: configuring } = await import('../../../payload.config')
  const config = await configuring
  const { db } = config
  const init: typeof db.init = (args) =>
    Object.assign(db.init(args), { poolOptions: { connectionString: url, max: 4 } })
  return getPayload({ config: { ...config, db: { ...db, init } }, key: url })
}

it('only its owner can read it', async () => {
  const modes = await Promise.all(
    [folder, manifestFile(folder), tableFile(folder, 'customers')].map(
      async (file) => (await stat(file)).mode & 0o077,
    ),
  )
  expect(modes).toEqual([0, 0, 0])
})

it('every row and file is there again, and what was activated verifies', async () => {
  const target = await createTarget()
  const uploads = uploadsOf('whole')
  const manifest = await restore({ databaseUrl: target, folder, replace: false, uploads })
  expect(manifest.tables.licenses?.rows).toBeGreaterThan(10)
  expect(await contents(target)).toEqual(await contents(api.databaseUrl))
  expect(await readFile(path.join(uploads, 'release-files/app-1.0.0.zip'), 'utf8')).toBe(
    'the bytes of a release',
  )
  const payload = await serve(target)
  const app = createLicensingApi({ clientIp: () => '192.0.2.1', payload })
  const post = async (call: string, body: object, domain: string) => {
    const headers = { 'content-type': 'application/json', 'x-api-key': api.keys.external }
    const request = new Request(`http://localhost/api/external/license/${call}`, {
      body: JSON.stringify({ product_id: 'TIDEMARK', ...body }),
      headers: { ...headers, ...from(domain) },
      method: 'POST',
    })
    return (await (await app.fetch(request)).json()) as Record<string, unknown>
  }
  expect(await post('verify', { license_data: token }, 'shop.example')).toMatchObject({
    is_active: true,
  })
  // Keys, triggers and limits are in force again.
  expect(await post('activate', { license_code: code }, 'other.example')).toMatchObject({
    code: 'limit_reached',
    is_active: false,
  })
  await expect(
    payload.db.create({ collection: 'licenses', data: { code, type: 'perpetual' } }),
  ).rejects.toThrow()
  await closePayload(payload)
})

it('a database that is not empty is kept, unless it is said to be lost', async () => {
  const target = await createTarget()
  const restoring = { databaseUrl: target, folder, uploads: uploadsOf('twice') }
  await restore({ ...restoring, replace: false })
  await runOn(target, `update customers set name = 'Somebody else'`)
  const changed = await contents(target)
  await expect(restore({ ...restoring, replace: false })).rejects.toThrow('not empty')
  expect(await contents(target)).toEqual(changed)
  await restore({ ...restoring, replace: true })
  expect(await contents(target)).toEqual(await contents(api.databaseUrl))
})

it('is refused before anything is made, where files are kept otherwise or there is no version for it', async () => {
  const name = `test_${randomBytes(8).toString('hex')}`
  await runOn(serverUrl(), `create database ${name}`)
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  targets.push(url.href)
  const restoring = { databaseUrl: url.href, folder, replace: false }
  await expect(refuseUnrestorable({ ...restoring, uploads: null })).rejects.toThrow('S3_BUCKET')
  const { files } = await refuseUnrestorable({ ...restoring, uploads: uploadsOf('early') })
  // Those of the demo's eight versions, and the one that was added.
  expect(files).toBe(9)
  const manifest = await readFile(manifestFile(folder), 'utf8')
  try {
    await writeFile(manifestFile(folder), manifest.replace('"files": 9', '"files": null'))
    const attempt = refuseUnrestorable({ ...restoring, uploads: uploadsOf('early') })
    await expect(attempt).rejects.toThrow('in a bucket')
  } finally {
    await writeFile(manifestFile(folder), manifest)
  }
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const { rows } = await client.query(
    'select relname from pg_class where relnamespace = $1::regnamespace',
    ['public'],
  )
  await client.end()
  expect(rows).toEqual([])
})

it('a damaged backup, one that broke off and one of another version change nothing', async () => {
  const target = await createTarget()
  const before = await contents(target)
  const attempt = () =>
    restore({ databaseUrl: target, folder, replace: true, uploads: uploadsOf('never') })
  const manifest = await readFile(manifestFile(folder), 'utf8')
  const table = await readFile(tableFile(folder, 'licenses'))
  await truncate(tableFile(folder, 'licenses'), Math.floor(table.length / 2))
  await expect(attempt()).rejects.toThrow()
  await writeFile(tableFile(folder, 'licenses'), table)
  await rm(manifestFile(folder))
  await expect(attempt()).rejects.toThrow('no complete backup')
  const older = manifest.replace(/"migrations": \[\s*"[^"]+",/, '"migrations": [')
  expect(older).not.toBe(manifest)
  await writeFile(manifestFile(folder), older)
  await expect(attempt()).rejects.toThrow('another version')
  await writeFile(manifestFile(folder), manifest)
  expect(await contents(target)).toEqual(before)
})
