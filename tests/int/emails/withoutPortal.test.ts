import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { queueMail } from '../../../src/emails/queueMail'
import { deleteLeftovers } from '../../../src/jobs/tasks/cleanUp'
import type { Queryable } from '../../../src/licensing/types'
import type { TestApi } from '../api/support/api'
import { openMailingApi } from './support/mailingApi'
import type { MailServer } from './support/mailServer'

/** An app that sells licences and has no portal, nor the plugins of one. */
let api: TestApi
let customer: Customer
let close: () => Promise<void>
let server: MailServer

beforeAll(async () => {
  ;({ api, close, server } = await openMailingApi())
  customer = await api.payload.create({
    collection: 'customers',
    data: {
      confirmedAt: new Date().toISOString(),
      email: 'reader@example.com',
      name: 'Rita',
      password: 'a long enough password',
    },
  })
})
afterAll(() => close())
beforeEach(() => {
  server.mails.length = 0
})

const switchPortal = (isPortalOn: boolean) =>
  Object.assign(api.payload.config.custom.licenseManager as object, { isPortalOn })

async function send(mail: { data: object; license?: string; template: string }): Promise<string> {
  const req = await createLocalReq({}, api.payload)
  const id = await queueMail(req, {
    customer: customer.id,
    to: customer.email,
    ...mail,
  } as Parameters<typeof queueMail>[1])
  await api.payload.jobs.run({ overrideAccess: true, queue: 'mail', silent: true })
  const { status } = await api.payload.findByID({ collection: 'mails', id })
  return status
}

it('a licence is delivered by a mail that names no page of a portal', async () => {
  const license = await api.createLicense({ customerId: customer.clientId })
  const mail = { data: { license: license.id }, license: license.id, template: 'licenseDelivery' }
  expect(await send(mail)).toBe('sent')
  const text = () => `${server.mails[0]?.text} ${server.mails[0]?.html || ''}`
  expect(text()).toContain('/customer')
  server.mails.length = 0

  switchPortal(false)
  expect(await send(mail)).toBe('sent')
  expect(text()).toContain(license.code)
  expect(text()).not.toContain('/customer')
  switchPortal(true)
})

it('no mail is sent whose link nobody could open', async () => {
  for (const [isOn, status] of [
    [false, 'skipped'],
    [true, 'sent'],
  ] as const) {
    switchPortal(isOn)
    expect(await send({ data: {}, template: 'resetPassword' })).toBe(status)
    expect(server.mails).toHaveLength(isOn ? 1 : 0)
  }
})

it('cleaning up passes over tables that the app has not, and goes on', async () => {
  const { drizzle, tables } = api.payload.db as unknown as {
    drizzle: Queryable
    tables: Record<string, unknown>
  }
  await drizzle.execute(sql`drop table captcha_challenges cascade`)
  delete tables.captcha_challenges
  await drizzle.execute(sql`
    insert into idempotency_keys (key, request_hash, status, body, created_at, updated_at)
    values ('old', 'hash', 201, '{}', now() - interval '90 days', now() - interval '90 days')`)
  expect(await deleteLeftovers(api.payload)).toBe(1)
})
