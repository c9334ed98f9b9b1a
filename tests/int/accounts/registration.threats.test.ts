import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { freshIp } from './support/accounts'
import { openRegistration, type Registration } from './support/registration'

/** What a stranger may send to become a customer, and what it is worth. */
let customers: Registration['customers']
let runJobs: Registration['runJobs']
let saveSettings: Registration['saveSettings']
let site: Registration
let submit: Registration['submit']

beforeAll(async () => {
  site = await openRegistration()
  ;({ customers, runJobs, saveSettings, submit } = site)
})
afterAll(() => site.close())
afterEach(() => site.forget())

describe('what a stranger may send', () => {
  it('is refused while registration is switched off', async () => {
    await saveSettings({ allowRegistration: false })
    expect(await submit()).toEqual({ outcome: 'off' })
    await runJobs()
    expect(await customers()).toEqual([])
  })

  it('chooses no Client ID, confirmation or any other field of the account', async () => {
    await saveSettings({ requireEmailVerification: false })
    const past = '2020-01-01T00:00:00.000Z'
    await submit({ clientId: 'MINE', confirmedAt: past, id: 'x', lastLogin: past, role: 'admin' })
    const [customer] = await customers()
    expect(customer?.clientId).toMatch(/^[\da-f-]{36}$/)
    expect(customer?.confirmedAt ?? null).toBeNull()
    expect(customer?.lastLogin).not.toBe(past)
  })

  it.each([
    [{ email: 'two@example.com, three@example.com' }, { email: 'emailInvalid' }],
    [{ email: 'Name <a@example.com>' }, { email: 'emailInvalid' }],
    [{ email: 'a@example.com\r\nBcc: b@example.com' }, { email: 'emailInvalid' }],
    [{ email: ['a@example.com'] }, { email: 'emailInvalid' }],
    [{ name: '  ' }, { name: 'nameMissing' }],
    [{ name: 'x'.repeat(201) }, { name: 'nameTooLong' }],
    [{ password: 'short' }, { password: 'passwordTooShort' }],
    [{ password: 'x'.repeat(129) }, { password: 'passwordTooLong' }],
    [{ password: 'passwordpassword1' }, { password: 'passwordGuessable' }],
    [{ password: 'new@example.comnew' }, { password: 'passwordGuessable' }],
    [{ password: 'License Manager 1' }, { password: 'passwordGuessable' }],
    [{ password: null }, { password: 'passwordMissing' }],
  ])('%j is answered with %j', async (form, errors) => {
    expect(await submit(form)).toEqual({ errors, outcome: 'invalid' })
  })

  it.each([
    ['128 characters', `${'wxyzkqv '.repeat(15)}umbrella`],
    ['no digit or capital letter', 'umbrella turnip cathedral'],
    ['other alphabets', 'зонтик репа собор сорок два'],
  ])('a password with %s is accepted', async (_name, accepted) => {
    expect(accepted.length).toBeLessThanOrEqual(128)
    expect(await submit({ password: accepted })).toEqual({ outcome: 'checkMail' })
  })

  it('is one account for addresses that differ in case, form and spaces only', async () => {
    for (const email of ['Ｎew@Example.com', ' NEW@example.com ', 'new@example.com'])
      await submit({ email })
    await runJobs()
    expect((await customers()).map(({ email }) => email)).toEqual(['new@example.com'])
  })

  it('ends in "too many" after twenty from one address', async () => {
    const ip = freshIp()
    const results = await Promise.all(Array.from({ length: 22 }, () => submit({ name: '' }, ip)))
    expect(results.filter(({ outcome }) => outcome === 'tooMany')).toHaveLength(2)
  })
})
