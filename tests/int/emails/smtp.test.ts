import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { inTransaction } from '../../../src/accounts/inTransaction'
import { queueMail } from '../../../src/emails/queueMail'
import type { MailRequest } from '../../../src/emails/types'
import { type MailServer, startMailServer } from './support/mailServer'
import { openPostOffice, type PostOffice } from './support/postOffice'

/** Mails through the job queue to a mail server. */
let customer: Customer
let drizzle: PostOffice['drizzle']
let office: PostOffice
let payload: PostOffice['payload']
let queue: PostOffice['queue']
let rows: PostOffice['rows']
let runQueue: PostOffice['runQueue']
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
  office = await openPostOffice(server.port)
  ;({ drizzle, payload, queue, rows, runQueue } = office)
})
afterAll(async () => {
  await office.close()
  await server.close()
})
beforeEach(async () => {
  server.mails.length = 0
  server.mode = 'ok'
  customer = await office.begin()
})

describe('a mail', () => {
  it('arrives with HTML and text, in the seller’s name and colours, and its link works', async () => {
    const brand = {
      brandColor: '#0a7d4f',
      productName: 'Acme “Keys”',
      supportEmail: 'help@acme.example',
    }
    await payload.updateGlobal({ slug: 'settings', data: brand })
    await queue()
    await runQueue()
    const [mail] = server.mails
    expect(mail?.from?.value).toEqual([{ address: 'no-reply@localhost', name: 'Acme “Keys”' }])
    expect(mail?.replyTo?.value).toMatchObject([{ address: 'help@acme.example' }])
    expect(mail?.to).toMatchObject({ value: [{ address: 'reader@example.com' }] })
    expect(mail?.subject).toBe('Confirm your e-mail address')
    expect(mail?.html).toContain('background-color:#0a7d4f')
    const link = /http:\/\/localhost:3000\/customer\/confirm-email\?token=([\w-]{43})/
    expect(link.exec(mail?.text ?? '')?.[1]).toBe(link.exec(String(mail?.html))?.[1])
    expect(mail?.text).toContain('Rita Reader')
    expect(await rows()).toMatchObject([{ attempts: 1, status: 'sent', to: 'reader@example.com' }])
  })

  it('leaves no token in the database', async () => {
    await queue()
    await runQueue()
    const token = /token=([\w-]{43})/.exec(server.mails[0]?.text ?? '')?.[1] ?? 'none'
    for (const table of ['mails', 'payload_jobs', 'account_tokens']) {
      const { rows: found } = await drizzle().execute(sql`select * from ${sql.identifier(table)}`)
      expect(JSON.stringify(found)).not.toContain(token)
    }
  })

  it('is not changed by a byte by Host, X-Forwarded-Host or Forwarded', async () => {
    await queue({ template: 'alreadyRegistered' })
    const evil = 'evil.example'
    await queue(
      { template: 'alreadyRegistered' },
      {
        Forwarded: `host=${evil}`,
        Host: evil,
        Origin: `https://${evil}`,
        'X-Forwarded-Host': evil,
      },
    )
    await runQueue()
    const [one, other] = server.mails
    expect(other?.html).toBe(one?.html)
    expect(other?.text).toBe(one?.text)
    expect(JSON.stringify(other?.headerLines)).not.toContain(evil)
  })

  it('shows a hostile name as text, and no header comes from it', async () => {
    const name = '<script>alert(1)</script> {product} \u202e Bcc: x@evil.example'
    await payload.update({ collection: 'customers', data: { name }, id: customer.id })
    await queue()
    await runQueue()
    const [mail] = server.mails
    expect(String(mail?.html)).not.toContain('<script>')
    expect(mail?.text).toContain('<script>alert(1)</script>')
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.to).toMatchObject({ value: [{ address: 'reader@example.com' }] })
  })

  it('is not sent when its transaction is rolled back', async () => {
    const req = await createLocalReq({}, payload)
    const failing = inTransaction(req, async () => {
      await queueMail(req, {
        customer: customer.id,
        data: {},
        template: 'confirmEmail',
        to: 'x@example.com',
      })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    await runQueue()
    expect([server.mails.length, (await rows()).length]).toEqual([0, 0])
  })

  it.each([
    ['the address is confirmed', { confirmedAt: new Date().toISOString() }],
    ['the address is another one', { email: 'other@example.com' }],
  ])('is not sent once it makes no sense: %s', async (_name, data) => {
    await queue()
    await payload.update({ collection: 'customers', data, id: customer.id })
    await runQueue()
    expect(server.mails).toEqual([])
    expect(await rows()).toMatchObject([{ status: 'skipped' }])
  })
})

describe('every template', () => {
  const when = '2026-01-02T03:04:05.000Z'
  const mails: Partial<MailRequest>[] = [
    { data: { name: 'Rita' }, template: 'accountDeleted' },
    { data: {}, template: 'alreadyRegistered' },
    { data: {}, template: 'confirmEmail' },
    { data: { newEmail: 'new@example.com' }, template: 'emailChanged' },
    { data: { newEmail: 'new@example.com' }, template: 'emailChangeRequested' },
    { data: { ip: '192.0.2.1', sessionId: 'x', userAgent: null, when }, template: 'newSignIn' },
    { data: { how: 'reset', ip: null, when }, template: 'passwordChanged' },
    { data: {}, template: 'resetPassword' },
    { data: { what: 'passkeyAdded', when }, template: 'securityChanged' },
  ]
  it.each(mails)('$template has all its values', async (mail) => {
    await queue(mail)
    await runQueue()
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]?.text).not.toMatch(/\{\w+\}|undefined|null/)
    expect(server.mails[0]?.text).not.toContain('new@example.com')
  })
})
