import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { License, Product } from '../../../payload-types'
import { publicKeys } from '../../../src/certificates/signingKeys'
import { mailTemplates } from '../../../src/emails/types'
import { readCertificate } from '../../../src/licensing/certificate'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { type MailServer, startMailServer } from '../emails/support/mailServer'

/** Licences delivered by hand, and examples of the templates, over a real mail server. */
let admin: string
let payload: Payload
let product: Product
let rest: Rest
let server: MailServer
let test: TestPayload

const password = 'a long enough password'

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  product = await payload.create({
    collection: 'products',
    data: { name: 'Ledger', referenceId: 'P' },
  })
})
afterAll(async () => {
  await test.close()
  await server.close()
})
beforeEach(() => {
  server.mails.length = 0
  server.mode = 'ok'
})

const createLicense = (data: Partial<License> = {}): Promise<License> =>
  payload.create({
    collection: 'licenses',
    data: { email: 'owner@example.com', product: product.id, ...data } as never,
  })

const post = (path: string, body: object = {}, token: string | undefined = admin) =>
  rest('POST', path, { body, token })
const sendAll = () => payload.jobs.run({ limit: 100, queue: 'mail', silent: true })

describe('a licence is delivered', () => {
  it('with its code, to the address that it has', async () => {
    const { code, id } = await createLicense({ parallelUses: 3 })
    expect((await post(`/licenses/${id}/delivery/send`)).status).toBe(200)
    await sendAll()
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]?.subject).toBe('Your license for Ledger')
    expect(server.mails[0]?.text).toContain(code)
    const [file] = server.mails[0]?.attachments ?? []
    expect(file?.filename).toBe('P.lic')
    const verdict = readCertificate(String(file?.content), await publicKeys(payload))
    expect(verdict).toMatchObject({ certificate: { code }, ok: true })
    const { docs } = await payload.find({
      collection: 'mails',
      where: { license: { equals: id } },
    })
    expect(docs).toMatchObject([{ status: 'sent', to: 'owner@example.com' }])
  })

  it('with the words of the administrator, and elsewhere', async () => {
    const { code, id } = await createLicense()
    const message = 'Thank you <b>very</b> much.'
    const edits = { message, subject: 'Your\r\nBcc: all@example.com key', to: 'Else@Example.com' }
    await post(`/licenses/${id}/delivery/send`, edits)
    await sendAll()
    const [mail] = server.mails
    expect(mail?.subject).toBe('Your Bcc: all@example.com key')
    expect(mail?.text).toContain(message)
    expect(mail?.html).not.toContain('<b>very</b>')
    expect(mail?.text).toContain(code)
    expect(JSON.stringify(mail?.to)).toContain('else@example.com')
  })

  it('without a certificate where the licence is not in order', async () => {
    const { id } = await createLicense({ isValid: false })
    await post(`/licenses/${id}/delivery/send`)
    await sendAll()
    expect(server.mails[0]?.attachments).toEqual([])
    expect(server.mails[0]?.text).not.toContain('Attached')
  })

  it('after it was looked at: the preview sends nothing', async () => {
    const { code, id } = await createLicense()
    const { body } = await post(`/licenses/${id}/delivery/preview`, { subject: 'Mine' })
    expect(body).toMatchObject({ subject: 'Mine', to: 'owner@example.com' })
    expect(body.html).toContain(code)
    await sendAll()
    expect(server.mails).toHaveLength(0)
  })

  it('to many at once, those without an address left out', async () => {
    const ids = [(await createLicense()).id, (await createLicense({ email: null })).id]
    const { body } = await post('/licenses/bulk/send', { ids })
    expect(body).toEqual({ done: 1, failed: 0, skipped: 1 })
  })

  it('not without an address, to something else than one, or with endless words', async () => {
    const { id } = await createLicense({ email: null })
    expect((await post(`/licenses/${id}/delivery/send`)).status).toBe(409)
    for (const to of ['nobody', 'a@example.com, b@example.com', { $ne: 1 }]) {
      expect((await post(`/licenses/${id}/delivery/send`, { to })).status).toBe(400)
    }
    const message = 'x'.repeat(10_001)
    const sent = await post(`/licenses/${id}/delivery/send`, { message, to: 'a@example.com' })
    expect(sent.status).toBe(400)
    const missing = await post(`/licenses/${crypto.randomUUID()}/delivery/preview`)
    expect(missing.status).toBe(404)
    expect((await post("/licenses/' or 1=1/delivery/preview")).status).toBe(400)
  })
})

describe('examples of the templates', () => {
  it.each(mailTemplates.flatMap((name) => ['en', 'de'].map((language) => [name, language])))(
    '%s has all its values in %s',
    async (name, language) => {
      const path = `/mail-templates/${name}?language=${language}`
      const { body, status } = await rest('GET', path, { token: admin })
      expect(status).toBe(200)
      expect(`${body.subject as string} ${body.text as string}`).not.toMatch(
        /\{\w+\}|undefined|null|NaN/,
      )
      expect(body.html).toContain(`lang="${language}"`)
    },
  )

  it('make no tokens', async () => {
    const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
    for (const name of mailTemplates) {
      await rest('GET', `/mail-templates/${name}`, { token: admin })
    }
    const { rows } = await db.execute(sql`select 1 from account_tokens`)
    expect(rows).toEqual([])
  })

  it('are sent to oneself at once', async () => {
    const { body } = await post('/mail-templates/licenseDelivery/test', { language: 'de' })
    expect(body).toEqual({ to: 'admin@example.com' })
    expect(server.mails[0]?.subject).toBe('[Test] Ihre Lizenz für Example')
  })

  it('show what the mail server says', async () => {
    server.mode = 'busy'
    const { body, status } = await post('/mail-templates/resetPassword/test')
    expect(status).toBe(502)
    expect(JSON.stringify(body)).toContain('451')
  })

  it('are not there under another name', async () => {
    expect((await rest('GET', '/mail-templates/toString', { token: admin })).status).toBe(404)
  })
})

it('customers and strangers are refused everywhere', async () => {
  const email = 'c@example.com'
  await payload.create({ collection: 'customers', data: { email, name: 'C', password } })
  const token = await tokenOf(payload, 'customers', { email, password })
  const { id } = await createLicense()
  for (const path of [
    `/licenses/${id}/delivery/preview`,
    `/licenses/${id}/delivery/send`,
    '/licenses/bulk/send',
    '/mail-templates/resetPassword/test',
  ]) {
    expect((await post(path, { ids: [id] }, token)).status, path).toBe(403)
    expect((await rest('POST', path, { body: { ids: [id] } })).status, path).toBe(403)
  }
  expect((await rest('GET', '/mail-templates/resetPassword', { token })).status).toBe(403)
})
