import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { renderSample } from '../../../src/emails/renderSample'
import { licenseReasonToSkip } from '../../../src/emails/licenseReasonToSkip'
import { contentOf } from '../../../src/emails/templates'
import { mailMessages } from '../../../src/emails/messages/languages'
import type { MailContext } from '../../../src/emails/context'
import { requestSlotLink, type SlotLinkRequest } from '../../../src/holders/requestSlotLink'
import { createSlotLinkSigner } from '../../../src/licensing/token'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { accountsOf, freshIp } from '../accounts/support/accounts'

let test: TestPayload
let payload: Payload
let accounts: ReturnType<typeof accountsOf>
let product: string

beforeAll(async () => {
  test = await createTestPayload()
  payload = test.payload
  accounts = accountsOf(payload)
  product = (await payload.create({ collection: 'products', data: { name: 'Tidemark' } })).id
})
afterAll(() => test.close())

beforeEach(async () => {
  await payload.delete({ collection: 'mails', where: {} })
})

const createLicense = (data: Partial<License>) =>
  payload.create({ collection: 'licenses', data: { product, type: 'perpetual', ...data } })

const ask = async (request: Partial<SlotLinkRequest>, ip?: string) =>
  requestSlotLink(await accounts.request({ ip }), {
    captcha: {},
    code: 'NOBODY-HAS-THIS',
    email: 'nobody@example.com',
    language: 'de',
    ...request,
  })

const mails = async () => (await payload.find({ collection: 'mails', depth: 0 })).docs

describe('the link goes to the holder of the licence', () => {
  it('at the confirmed address of its customer', async () => {
    const { clientId, email, id } = await accounts.createCustomer()
    const license = await createLicense({ customerId: clientId, email: 'old@example.com' })
    expect(
      await ask({ code: ` ${license.code?.toLowerCase()} `, email: email.toUpperCase() }),
    ).toEqual({ outcome: 'sent' })
    expect(await mails()).toMatchObject([
      { customer: id, license: license.id, status: 'queued', template: 'slotLink', to: email },
    ])
  })

  it("at the licence's own address where it has no customer, in the page's language", async () => {
    const license = await createLicense({ email: 'buyer@example.com' })
    await ask({ code: license.code, email: 'buyer@example.com' })
    expect(await mails()).toMatchObject([
      { customer: null, data: { language: 'de', license: license.id }, to: 'buyer@example.com' },
    ])
  })

  it('once a minute, however often it is asked for', async () => {
    const license = await createLicense({ email: 'often@example.com' })
    const request = { code: license.code, email: 'often@example.com' }
    await Promise.all(Array.from({ length: 5 }, () => ask(request)))
    expect(await mails()).toHaveLength(1)
  })

  it('for each of their licences, also within a minute', async () => {
    const email = 'two@example.com'
    const licenses = await Promise.all([createLicense({ email }), createLicense({ email })])
    for (const { code } of licenses) await ask({ code, email })
    const linked = (await mails()).map(({ license }) => license)
    expect(linked.sort()).toEqual(licenses.map(({ id }) => id).sort())
  })
})

describe('nobody else learns or gets anything', () => {
  it('the answer is the same, and no mail leaves, for what does not belong together', async () => {
    const owner = await accounts.createCustomer()
    const other = await accounts.createCustomer()
    const disabled = await accounts.createCustomer({ disabledAt: new Date().toISOString() })
    const stranger = await accounts.createCustomer({ confirmedAt: null })
    const theirs = await createLicense({ customerId: owner.clientId, email: 'old@example.com' })
    const ofDisabled = await createLicense({ customerId: disabled.clientId })
    const ofStranger = await createLicense({ customerId: stranger.clientId })
    const ofNobody = await createLicense({})
    const requests = [
      { code: 'NOBODY-HAS-THIS', email: owner.email },
      { code: theirs.code, email: other.email },
      { code: theirs.code, email: 'old@example.com' },
      { code: ofDisabled.code, email: disabled.email },
      { code: ofStranger.code, email: stranger.email },
      { code: ofNobody.code, email: owner.email },
      { code: `${theirs.code}\u0000`, email: owner.email },
    ]
    for (const request of requests) {
      const { outcome } = await ask(request)
      expect(['codeMissing', 'sent']).toContain(outcome)
      expect(await mails()).toEqual([])
    }
  })

  it('the answer comes no earlier for an unknown licence than for one that is there', async () => {
    const license = await createLicense({ email: 'timed@example.com' })
    for (const code of ['NOBODY-HAS-THIS', license.code]) {
      const started = performance.now()
      await ask({ code, email: 'timed@example.com' })
      expect(performance.now() - started).toBeGreaterThanOrEqual(300)
    }
  })

  it.each([
    [{ code: '' }, 'codeMissing'],
    [{ code: ['x'] }, 'codeMissing'],
    [{ code: 'x'.repeat(256) }, 'codeMissing'],
    [{ email: 'a@example.com, b@example.com' }, 'emailInvalid'],
    [{ email: { $ne: '' } }, 'emailInvalid'],
  ])('%j is answered with %s', async (request, outcome) => {
    expect(await ask(request)).toEqual({ outcome })
  })

  it('too many requests from one network are refused', async () => {
    const ip = freshIp()
    for (let n = 0; n < 10; n += 1) await ask({ code: '' }, ip)
    expect(await ask({}, ip)).toMatchObject({ outcome: 'tooMany' })
    expect(await ask({ code: '' })).toEqual({ outcome: 'codeMissing' })
  })

  it('programs are stopped by the CAPTCHA', async () => {
    await payload.updateGlobal({
      slug: 'settings',
      data: { captchaForms: ['forgot'], captchaProvider: 'math' },
    })
    expect(await ask({ captcha: { answer: '1', token: 'x' } })).toEqual({
      outcome: 'captchaFailed',
    })
    await payload.updateGlobal({ slug: 'settings', data: { captchaProvider: 'none' } })
  })
})

describe('the mail', () => {
  const contextOf = async (to: string): Promise<MailContext> => ({
    customer: null,
    isRetry: false,
    language: 'en',
    messages: mailMessages.en,
    payload,
    settings: await payload.findGlobal({ slug: 'settings' }),
    to,
  })

  it('has a link to this very licence, and not its whole code', async () => {
    const license = await createLicense({ email: 'buyer@example.com' })
    const content = await contentOf('slotLink', await contextOf('buyer@example.com'), {
      license: license.id,
    })
    const token = new URL(content.button?.url ?? '').searchParams.get('token')
    expect(createSlotLinkSigner(payload.secret).read(token)).toBe(license.id)
    expect(JSON.stringify(content)).not.toContain(license.code)
  })

  it('is not sent any more to somebody who gave the licence away', async () => {
    const license = await createLicense({ email: 'buyer@example.com' })
    const mail = {
      attempts: 1,
      customer: null,
      data: { license: license.id },
      id: '',
      template: 'slotLink',
      to: 'buyer@example.com',
    }
    const db = await accounts.db()
    expect(await licenseReasonToSkip(db, mail)).toBeNull()
    await payload.update({
      collection: 'licenses',
      data: { email: 'next@example.com' },
      id: license.id,
    })
    expect(await licenseReasonToSkip(db, mail)).toMatch(/another holder/)
  })

  it('can be seen as an example whose link opens nothing', async () => {
    const { text } = await renderSample(payload, {
      language: 'en',
      template: 'slotLink',
      to: 'admin@example.com',
    })
    expect(text).toContain('free-slot?token=example')
  })
})
