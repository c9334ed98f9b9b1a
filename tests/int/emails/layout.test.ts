import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { queueMail } from '../../../src/emails/queueMail'
import { renderSample } from '../../../src/emails/renderSample'
import type { MailLayout } from '../../../src/extensions/types'
import type { TestApi } from '../api/support/api'
import { openMailingApi } from './support/mailingApi'
import type { MailServer } from './support/mailServer'

/** A host's own form of all mails. */
let api: TestApi
let customer: Customer
let close: () => Promise<void>
let server: MailServer

beforeAll(async () => {
  ;({ api, close, server } = await openMailingApi())
  await api.saveSettings({ brandColor: '#123456', productName: 'Example Shop' })
  customer = await api.payload.create({
    collection: 'customers',
    data: { email: 'ada@example.com', name: 'Ada', password: 'a long enough password' },
  })
})
afterAll(() => close())
beforeEach(() => {
  server.mails.length = 0
})

const layOut = (mailLayout: MailLayout | null) =>
  Object.assign(api.payload.config.custom.licenseManager as object, { mailLayout })

async function send(): Promise<{ lastError?: null | string; status: string }> {
  const req = await createLocalReq({}, api.payload)
  const { email: to, id } = customer
  const mail = await queueMail(req, { customer: id, data: {}, template: 'alreadyRegistered', to })
  await api.payload.jobs.run({ overrideAccess: true, queue: 'mail', silent: true })
  return api.payload.findByID({ collection: 'mails', id: mail })
}

it('is what is sent and shown as an example, with a text that is made of it', async () => {
  layOut(({ brand, content, language, template }) =>
    Promise.resolve(
      `<html lang="${language}"><body style="color:${brand.color}"><h1>${brand.name}: ${template}</h1>` +
        `<p>${content.body}</p><a href="${content.button?.url}">Go on</a></body></html>`,
    ),
  )
  expect((await send()).status).toBe('sent')
  const [mail] = server.mails
  expect(mail?.html).toContain('<h1>Example Shop: alreadyRegistered</h1>')
  expect(mail?.html).toContain('color:#123456')
  expect(mail?.text).toMatch(/Example Shop: alreadyRegistered/i)
  expect(mail?.text).toContain('/customer/login')
  const sample = await renderSample(api.payload, {
    language: 'de',
    template: 'newSignIn',
    to: 'sam@example.com',
  })
  expect(sample.html).toContain('<html lang="de">')
  expect(sample.html).toContain('Example Shop: newSignIn')
})

it('that fails keeps the mail, which goes out once it does not', async () => {
  layOut(() => {
    throw new Error('No such template')
  })
  const { lastError, status } = await send()
  expect([status, lastError]).toEqual(['queued', expect.stringContaining('No such template')])
  expect(server.mails).toEqual([])
  layOut(null)
  expect((await send()).status).toBe('sent')
  expect(server.mails[0]?.html).toContain('Example Shop')
})
