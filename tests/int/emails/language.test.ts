import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { CustomerLanguage } from '../../../collections/Customers/fields/language'
import type { Customer } from '../../../payload-types'
import { mailMessages } from '../../../src/emails/messages/languages'
import { queueMail } from '../../../src/emails/queueMail'
import type { MailRequest } from '../../../src/emails/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type MailServer, startMailServer } from './support/mailServer'

/** In which language a mail arrives. */
let german: Customer
let payload: Payload
let server: MailServer
let test: TestPayload

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { MAIL_FROM: '', SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  test = await createTestPayload()
  ;({ payload } = test)
  german = await createCustomer('de')
})
afterAll(async () => {
  await test.close()
  await server.close()
})
beforeEach(() => {
  server.mails.length = 0
})

const createCustomer = (language: CustomerLanguage | null): Promise<Customer> =>
  payload.create({
    collection: 'customers',
    data: {
      email: `${language}@example.com`,
      language,
      name: 'Rita Reader',
      password: 'a long enough password',
    },
  })

async function send(mail: Partial<MailRequest>) {
  await queueMail(await createLocalReq({}, payload), {
    customer: german.id,
    data: {},
    to: german.email,
    ...mail,
  } as MailRequest)
  await payload.jobs.run({ limit: 50, queue: 'mail', silent: true })
  const [arrived] = server.mails
  if (!arrived) throw new Error('No mail arrived.')
  return arrived
}

describe('a mail', () => {
  it.each([
    ['de', 'de'],
    ['en', 'en'],
    [null, 'en'],
  ] as const)('to a customer whose language is %s is in %s', async (language, expected) => {
    const customer = language === 'de' ? german : await createCustomer(language)
    const { html, subject, text } = await send({
      customer: customer.id,
      template: 'resetPassword',
      to: customer.email,
    })
    const texts = mailMessages[expected]
    expect(subject).toBe(texts.resetPassword.subject)
    expect(text).toContain(texts.footer.split('{')[0])
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${expected}"`))
  })

  it('about nobody is in the language of the account that has its address', async () => {
    const { subject } = await send({ customer: null, template: 'alreadyRegistered' })
    expect(subject).toBe(mailMessages.de.alreadyRegistered.subject)
  })

  it('about an account that is gone is in the language that it had', async () => {
    const data = { language: 'de', name: 'Rita' } as const
    const mail = {
      customer: null,
      data,
      template: 'accountDeleted',
      to: 'gone@example.com',
    } as const
    expect((await send(mail)).subject).toBe(mailMessages.de.accountDeleted.subject)
  })

  it('about a new password says what went with the old one', async () => {
    const removed = { passkeys: 2, providers: ['GitHub', 'Google'] }
    const data = { how: 'reset', ip: null, removed, when: '2026-03-02T03:04:05.000Z' } as const
    const { text } = await send({ data, template: 'passwordChanged' })
    expect(text).toContain('Entfernte Passkeys: 2')
    expect(text).toContain('Getrennte Konten: GitHub, Google')
    expect(text).toContain(mailMessages.de.passwordChanged.removed)
    server.mails.length = 0
    const usual = await send({ data: { ...data, removed: null }, template: 'passwordChanged' })
    expect(usual.text).not.toContain('Passkeys')
  })

  it('names moments as the language does', async () => {
    const when = '2026-03-02T03:04:05.000Z'
    const data = { how: 'changed', ip: null, when } as const
    const { text } = await send({ data, template: 'passwordChanged' })
    expect(text).toContain('Zeitpunkt: 02.03.2026, 03:04:05 UTC')
  })
})
