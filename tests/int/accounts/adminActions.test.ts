import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { tokenPurposes } from '../../../collections/AccountTokens/purposes'
import { confirmEmailChange } from '../../../src/accounts/emailChange/confirmEmailChange'
import { confirmEmail } from '../../../src/accounts/registration/confirmEmail'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { deliverMail } from '../../../src/emails/deliverMail'
import { queueMail } from '../../../src/emails/queueMail'
import { tokenOf } from '../../support/rest'
import { password } from './support/accounts'
import { type AdminDesk, openAdminDesk } from './support/adminActions'

/** What administrators do to an account. */
let accounts: AdminDesk['accounts']
let act: AdminDesk['act']
let createTarget: AdminDesk['createTarget']
let desk: AdminDesk
let linkOf: AdminDesk['linkOf']
let payload: AdminDesk['payload']
let rest: AdminDesk['rest']
let stateOf: AdminDesk['stateOf']

beforeAll(async () => {
  desk = await openAdminDesk()
  ;({ accounts, act, createTarget, linkOf, payload, rest, stateOf } = desk)
})
afterAll(() => desk.close())

describe('disabling', () => {
  it('puts the customer out at their next request, and lets them in by nothing', async () => {
    const target = await createTarget()
    const credentials = { email: target.email, password }
    const overRest = await tokenOf(payload, 'customers', credentials)
    expect(await accounts.whoIs(target.session)).not.toBeNull()
    expect((await rest('GET', `/customers/${target.id}`, { token: overRest })).status).toBe(200)
    expect((await act(target.id, 'disable')).status).toBe(200)
    expect(await accounts.whoIs(target.session)).toBeNull()
    expect((await rest('GET', `/customers/${target.id}`, { token: overRest })).status).toBe(403)
    expect((await accounts.logIn(credentials)).outcome).toBe('disabled')
    const request = await accounts.request()
    const reset = { password: 'harpsichord under seven bridges', token: target.link }
    expect(await resetPassword(request, reset)).toEqual({ outcome: 'gone' })
    expect(await stateOf(target.id)).toMatchObject({ payload_sessions: '0', sessions: '0' })
  })

  it('ends sessions and links for good: enabling brings none back', async () => {
    const target = await createTarget()
    await act(target.id, 'disable')
    expect((await act(target.id, 'enable')).status).toBe(200)
    expect((await stateOf(target.id)).disabled_at).toBeNull()
    expect(await accounts.whoIs(target.session)).toBeNull()
    const reset = { password: 'harpsichord under seven bridges', token: target.link }
    expect(await resetPassword(await accounts.request(), reset)).toEqual({ outcome: 'gone' })
    await act(target.id, 'confirm-email')
    expect((await accounts.logIn({ email: target.email })).outcome).toBe('signedIn')
  })

  it('sends no reset mail that was still waiting', async () => {
    const { id } = await accounts.createCustomer()
    await act(id, 'send-reset')
    await act(id, 'disable')
    const where = { customer: { equals: id } }
    const { docs } = await payload.find({ collection: 'mails', where })
    await deliverMail(payload, docs[0]?.id ?? '')
    expect((await payload.find({ collection: 'mails', where })).docs).toMatchObject([
      { lastError: 'The account is disabled.', status: 'skipped' },
    ])
    expect((await stateOf(id)).tokens).toBe('0')
  })

  it.each(['confirmEmail', 'confirmNewEmail'] as const)(
    'sends no %s mail that was still waiting, and takes no link of it',
    async (template) => {
      const { email, id } = await accounts.createCustomer({ confirmedAt: null })
      const to = template === 'confirmEmail' ? email : `new-${email}`
      const db = await accounts.db()
      await db.execute(sql`update customers set pending_email = ${to} where id = ${id}`)
      const req = await accounts.request()
      const mail = await queueMail(req, { customer: id, data: {}, template, to })
      await act(id, 'disable')
      await deliverMail(payload, mail)
      const doc = await payload.findByID({ collection: 'mails', id: mail })
      expect(doc).toMatchObject({ lastError: 'The account is disabled.', status: 'skipped' })
      const purpose = template === 'confirmEmail' ? 'confirmEmail' : 'changeEmail'
      const link = await issueToken(payload, { customer: id, email: to, purpose })
      const use = template === 'confirmEmail' ? confirmEmail : confirmEmailChange
      expect(await use(await accounts.request(), link)).toBe('gone')
      const customer = await payload.findByID({ collection: 'customers', id })
      expect(customer).toMatchObject({ confirmedAt: null, email })
    },
  )

  it('voids every link but those that only take something back', async () => {
    const { email, id } = await accounts.createCustomer()
    for (const purpose of tokenPurposes) await issueToken(payload, { customer: id, email, purpose })
    await act(id, 'disable')
    const { rows } = await (
      await accounts.db()
    ).execute(sql`
      select purpose from account_tokens where customer_id = ${id} and expires_at > now() order by purpose::text`)
    expect(rows.map(({ purpose }) => purpose)).toEqual([
      'cancelEmailChange',
      'endSession',
      // A challenge that the browser asks for before anybody is known; whoever answers it is refused.
      'passkeyLogin',
    ])
  })

  it('keeps its first time, and ends again what came up since', async () => {
    const { email, id } = await accounts.createCustomer()
    await act(id, 'disable')
    const first = await stateOf(id)
    await linkOf({ email, id })
    const { body } = await act(id, 'disable')
    expect(body.message).toBe('The account was disabled before.')
    expect(await stateOf(id)).toMatchObject({ disabled_at: first.disabled_at, tokens: '0' })
  })
})

describe('ending sessions', () => {
  it("ends all of the customer's, the login that waits for its second step included, and no other's", async () => {
    const target = await createTarget()
    await payload.update({
      collection: 'customers',
      data: { confirmedAt: new Date().toISOString() },
      id: target.id,
    })
    const second = await accounts.signIn(target.email)
    const other = await accounts.signIn((await accounts.createCustomer()).email)
    await issueToken(payload, { customer: target.id, purpose: 'secondFactor' })
    const { body } = await act(target.id, 'end-sessions')
    expect(body.message).toBe('2 sessions were ended.')
    for (const token of [target.session, second.token]) {
      expect(await accounts.whoIs(token)).toBeNull()
    }
    expect(await accounts.whoIs(other.token)).not.toBeNull()
    // The reset link stays: whoever holds the mailbox may still use it.
    expect(await stateOf(target.id)).toMatchObject({ sessions: '0', tokens: '1' })
    expect((await act(target.id, 'end-sessions')).body.message).toBe('0 sessions were ended.')
  })
})

describe('confirming by hand', () => {
  it('sets the time once, and the mailed link is worth nothing any more', async () => {
    const { email, id } = await accounts.createCustomer({ confirmedAt: null })
    await issueToken(payload, { customer: id, email, purpose: 'confirmEmail' })
    expect((await act(id, 'confirm-email')).body.message).toBe('The e-mail address is confirmed.')
    const first = await stateOf(id)
    expect(first).toMatchObject({ confirmed_at: expect.anything() as string, tokens: '0' })
    const { body } = await act(id, 'confirm-email')
    expect(body.message).toBe('The e-mail address was confirmed before.')
    expect(await stateOf(id)).toEqual(first)
  })
})

describe('sending a reset mail', () => {
  it('queues one mail, also when asked three times at once, and shows no link', async () => {
    const { email, id } = await accounts.createCustomer()
    const answers = await Promise.all([1, 2, 3].map(() => act(id, 'send-reset')))
    expect(answers.filter(({ body }) => /gets a mail/.test(String(body.message)))).toHaveLength(1)
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/token|http/i)
    const { docs } = await payload.find({
      collection: 'mails',
      depth: 0,
      where: { customer: { equals: id } },
    })
    expect(docs).toMatchObject([{ status: 'queued', template: 'resetPassword', to: email }])
  })

  it('is refused for a disabled account, whose link would be worth nothing', async () => {
    const { id } = await accounts.createCustomer()
    await act(id, 'disable')
    const { body, status } = await act(id, 'send-reset')
    expect(status).toBe(409)
    expect(body).toMatchObject({
      errors: [{ message: expect.stringMatching(/disabled/) as string }],
    })
    expect((await stateOf(id)).mails).toBe('0')
  })
})
