import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { confirmEmail } from '../../../src/accounts/registration/confirmEmail'
import { discardAccount } from '../../../src/accounts/registration/discardAccount'
import { requestConfirmation } from '../../../src/accounts/registration/requestConfirmation'
import { inspectToken } from '../../../src/accounts/tokens/inspectToken'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { fields, openRegistration, type Registration } from './support/registration'

/** Becoming a customer. */
let accounts: Registration['accounts']
let customers: Registration['customers']
let mails: Registration['mails']
let payload: Registration['payload']
let runJobs: Registration['runJobs']
let saveSettings: Registration['saveSettings']
let site: Registration
let submit: Registration['submit']

beforeAll(async () => {
  site = await openRegistration()
  ;({ accounts, customers, mails, payload, runJobs, saveSettings, submit } = site)
})
afterAll(() => site.close())
afterEach(() => site.forget())

describe('with confirmation', () => {
  it('creates an account that is activated by the link', async () => {
    expect(await submit()).toEqual({ outcome: 'checkMail' })
    await runJobs()
    const [customer] = await customers()
    expect(customer).toMatchObject({ email: fields.email, name: fields.name })
    expect(customer?.confirmedAt ?? null).toBeNull()
    expect(await mails()).toEqual(['confirmEmail to new@example.com'])
    expect(await accounts.logIn(fields)).toEqual({ outcome: 'unconfirmed' })

    const token = await issueToken(payload, {
      customer: customer?.id ?? '',
      email: fields.email,
      purpose: 'confirmEmail',
    })
    expect(await confirmEmail(await accounts.request(), token)).toBe('confirmed')
    expect(Date.parse((await customers())[0]?.confirmedAt ?? '')).toBeGreaterThan(Date.now() - 9000)
    expect(await accounts.logIn(fields)).toMatchObject({ outcome: 'signedIn' })
  })

  it('answers the same for an address that has an account, whose owner is told and keeps it', async () => {
    const { email, id } = await accounts.createCustomer()
    expect(await submit({ email, name: 'Mallory' })).toEqual({ outcome: 'checkMail' })
    await runJobs()
    expect(await customers()).toMatchObject([{ id, name: 'Casey Customer' }])
    expect(await mails()).toEqual([`alreadyRegistered to ${email}`])
    expect(await accounts.logIn({ email })).toMatchObject({ outcome: 'signedIn' })
  })

  it('makes one account of twenty parallel registrations of one address', async () => {
    await Promise.all(Array.from({ length: 20 }, () => submit()))
    await runJobs()
    expect(await customers()).toHaveLength(1)
  })

  it('fills nobody’s inbox: twenty at once with the address of an account are one mail to its owner', async () => {
    const { email } = await accounts.createCustomer()
    await Promise.all(Array.from({ length: 20 }, () => submit({ email })))
    await runJobs()
    await submit({ email })
    await runJobs()
    expect(await mails()).toEqual([`alreadyRegistered to ${email}`])
  })

  it('does a job that runs twice once', async () => {
    await submit()
    const { docs } = await payload.find({ collection: 'payload-jobs' })
    await runJobs()
    const { input } = docs[0] as { input: Record<string, unknown> }
    await payload.jobs.queue({ input: input as never, queue: 'accounts', task: 'register' })
    await runJobs()
    expect(await mails()).toEqual(['confirmEmail to new@example.com'])
  })
})

it.each([true, false])(
  'keeps the language that the form was read in, with confirmation: %s',
  async (requireEmailVerification) => {
    await saveSettings({ requireEmailVerification })
    await submit({ language: 'de' })
    await submit({ email: 'none@example.com', language: null })
    await runJobs()
    const languages = (await customers()).map(({ email, language }) => [email, language ?? null])
    expect(new Map(languages as [string, null | string][])).toEqual(
      new Map([
        [fields.email, 'de'],
        ['none@example.com', null],
      ]),
    )
  },
)

describe('without confirmation', () => {
  it('signs the customer in at once, and licences of that address are not theirs until it is confirmed', async () => {
    await saveSettings({ requireEmailVerification: false })
    const result = await submit()
    if (result.outcome !== 'signedIn') throw new Error(result.outcome)
    const customer = await accounts.whoIs(result.session.token)
    expect(customer).toMatchObject({ email: fields.email })
    expect(customer?.confirmedAt ?? null).toBeNull()
    expect(await mails()).toEqual(['confirmEmail to new@example.com'])
  })

  it('opens no session for an address that has an account', async () => {
    await saveSettings({ requireEmailVerification: false })
    const { email } = await accounts.createCustomer()
    expect(await submit({ email })).toEqual({ outcome: 'checkMail' })
  })
})

describe('the confirmation link', () => {
  const tokenOf = (customer: string, email: string) =>
    issueToken(payload, { customer, email, purpose: 'confirmEmail' })

  it('is not used up by looking, and once by the button under twenty parallel submits', async () => {
    const { email, id } = await accounts.createCustomer({ confirmedAt: null })
    const token = await tokenOf(id, email)
    for (let look = 0; look < 3; look += 1) {
      const found = await inspectToken(await accounts.request(), token, 'confirmEmail')
      expect(found.state).toBe('good')
    }
    expect((await customers())[0]?.confirmedAt ?? null).toBeNull()
    const results = await Promise.all(
      Array.from({ length: 20 }, async () => confirmEmail(await accounts.request(), token)),
    )
    expect(results.filter((result) => result === 'confirmed')).toHaveLength(1)
    const found = await inspectToken(await accounts.request(), token, 'confirmEmail')
    expect(found.state).toBe('used')
  })

  it('is worth nothing after a day, and none of several after a change of address', async () => {
    const { email, id } = await accounts.createCustomer({ confirmedAt: null })
    const late = await tokenOf(id, email)
    const db = await accounts.db()
    await db.execute(sql`update account_tokens set expires_at = now() where customer_id = ${id}`)
    expect(await confirmEmail(await accounts.request(), late)).toBe('gone')
    const links = [await tokenOf(id, email), await tokenOf(id, email)]
    await payload.update({ collection: 'customers', data: { email: 'moved@example.com' }, id })
    for (const link of links) {
      expect(await confirmEmail(await accounts.request(), link)).toBe('gone')
    }
    expect((await customers())[0]?.confirmedAt ?? null).toBeNull()
    for (const token of ['', 'x', null, {}, 'a'.repeat(5000)]) {
      expect(await confirmEmail(await accounts.request(), token)).toBe('gone')
    }
  })

  it('lets whoever did not register remove the account, but not a confirmed one', async () => {
    const { email, id } = await accounts.createCustomer({ confirmedAt: null })
    expect(await discardAccount(await accounts.request(), await tokenOf(id, email))).toBe(
      'discarded',
    )
    expect(await customers()).toEqual([])
    const confirmed = await accounts.createCustomer()
    const token = await tokenOf(confirmed.id, confirmed.email)
    expect(await discardAccount(await accounts.request(), token)).toBe('gone')
    expect(await customers()).toHaveLength(1)
  })

  it('is sent again to those who need one, with the same answer for all', async () => {
    const { email } = await accounts.createCustomer({ confirmedAt: null })
    const confirmed = await accounts.createCustomer()
    for (const address of [email, email, confirmed.email, 'nobody@example.com']) {
      const result = await requestConfirmation(await accounts.request(), address)
      expect(result).toEqual({ outcome: 'sent' })
    }
    await runJobs()
    expect(await mails()).toEqual([`confirmEmail to ${email}`])
  })
})
