import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { confirmEmail } from '../../../src/accounts/registration/confirmEmail'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { inspectToken } from '../../../src/accounts/tokens/inspectToken'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf } from './support/accounts'

/** Anybody can have a link mailed to an address: whoever does so over and over must not keep its owner from using one. */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

describe('a link that sets a new password', () => {
  const reset = async (token: string) =>
    resetPassword(await accounts.request(), { password: 'harpsichord under seven bridges', token })

  it('stays good when another one is asked for', async () => {
    const customer = await accounts.createCustomer()
    const first = await accounts.tokenFor(customer)
    await accounts.tokenFor(customer)
    expect(await reset(first)).toEqual({ outcome: 'reset' })
  })

  it('is worth nothing once another one was used', async () => {
    const customer = await accounts.createCustomer()
    const links = [await accounts.tokenFor(customer), await accounts.tokenFor(customer)]
    expect(await reset(links[1] ?? '')).toEqual({ outcome: 'reset' })
    expect(await reset(links[0] ?? '')).toEqual({ outcome: 'gone' })
  })
})

describe('a link that confirms an address', () => {
  const confirm = async (token: string) => confirmEmail(await accounts.request(), token)

  it('stays good when another one is asked for, and only until one was used', async () => {
    const customer = await accounts.createCustomer({ confirmedAt: null })
    const first = await accounts.tokenFor(customer, 'confirmEmail')
    const second = await accounts.tokenFor(customer, 'confirmEmail')
    expect(await confirm(first)).toBe('confirmed')
    expect(await confirm(second)).toBe('gone')
    const state = await inspectToken(await accounts.request(), second, 'confirmEmail')
    expect(state).toEqual({ state: 'used' })
    const { confirmedAt } = await payload.findByID({ collection: 'customers', id: customer.id })
    expect(confirmedAt).not.toBeNull()
  })
})
