import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { finishPasskey, startPasskey } from '../../../src/accounts/passkeys/addPasskey'
import {
  logInWithPasskey,
  startPasskeyLogin,
} from '../../../src/accounts/passkeys/logInWithPasskey'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, password } from './support/accounts'
import { SoftwarePasskey } from './support/authenticator'

/** Whoever knew the old password may have added a way in of their own: a new password by mail has to shut it. */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

const next = 'harpsichord under seven bridges'

const reset = async (token: string) =>
  resetPassword(await accounts.request(), { password: next, token })

describe('an intruder who knew the password', () => {
  const addWays = async (id: string) => {
    const db = await accounts.db()
    await db.execute(sql`
      insert into passkeys (customer_id, name, credential_id, public_key, counter, created_at, updated_at)
      values (${id}, 'Intruder', ${id}, 'key', 0, now(), now())`)
    await db.execute(sql`
      insert into identities (account_id, provider, subject, created_at, updated_at)
      values (${id}, 'google', ${id}, now(), now()), (${id}, 'github', ${id}, now(), now())`)
    await db.execute(
      sql`update customers set totp_enabled_at = now(), totp_secret = 'x' where id = ${id}`,
    )
  }
  const waysOf = async (id: string) => {
    const { rows } = await (
      await accounts.db()
    ).execute(sql`
      select (select count(*)::int from passkeys where customer_id = ${id}) as passkeys,
        (select count(*)::int from identities where account_id = ${id}) as identities,
        (select totp_enabled_at is not null from customers where id = ${id}) as "hasTotp"`)
    return rows[0]
  }

  it('is not let in by a passkey or an account that they had added, and the owner is told what went', async () => {
    const [customer, other] = [await accounts.createCustomer(), await accounts.createCustomer()]
    await addWays(customer.id)
    await addWays(other.id)
    const removed = { passkeys: 1, providers: ['GitHub', 'Google'] }
    const result = await reset(await accounts.tokenFor(customer))
    expect(result).toMatchObject({ outcome: 'reset', removed: { passkeys: 1 } })
    expect(await waysOf(customer.id)).toEqual({ hasTotp: true, identities: 0, passkeys: 0 })
    expect(await waysOf(other.id)).toEqual({ hasTotp: true, identities: 2, passkeys: 1 })
    const { docs } = await payload.find({
      collection: 'mails',
      where: { template: { equals: 'passwordChanged' }, to: { equals: customer.email } },
    })
    const data = docs[0]?.data as { removed: typeof removed }
    expect({ ...data.removed, providers: data.removed.providers.sort() }).toEqual(removed)
  })

  it('signs in with no passkey of theirs, nor with one that they had begun to add', async () => {
    const customer = await accounts.createCustomer()
    const intruder = await accounts.signIn(customer.email)
    const begin = async () => {
      const started = await startPasskey(await accounts.request(), intruder, password)
      return 'error' in started ? '' : started.options.challenge
    }
    const finish = async (key: SoftwarePasskey, challenge: string) =>
      finishPasskey(await accounts.request(), intruder, {
        name: 'Key',
        response: key.register(challenge),
      })
    const logIn = async (key: SoftwarePasskey) => {
      const challenge = (await startPasskeyLogin(await accounts.request()))?.challenge ?? ''
      const login = { deviceToken: 'device', isRemembered: false, response: key.assert(challenge) }
      return logInWithPasskey(await accounts.request(), login)
    }
    const [added, begun] = [new SoftwarePasskey(), new SoftwarePasskey()]
    expect(await finish(added, await begin())).toBe('added')
    expect(await logIn(added)).not.toBeNull()
    const challenge = await begin()
    expect(await reset(await accounts.tokenFor(customer))).toMatchObject({ outcome: 'reset' })
    expect(await logIn(added)).toBeNull()
    expect(await finish(begun, challenge)).toBe('failed')
    expect(await logIn(begun)).toBeNull()
  })

  it('is nobody who could have known a first password: an invitation leaves what opens the account', async () => {
    const { email, id } = await accounts.createCustomer()
    await addWays(id)
    const db = await accounts.db()
    await db.execute(sql`update customers set hash = null, salt = null where id = ${id}`)
    const request = { password: next, token: await accounts.tokenFor({ email, id }, 'invitation') }
    const result = await resetPassword(await accounts.request(), {
      ...request,
      purpose: 'invitation',
    })
    expect(result).toEqual({ outcome: 'reset' })
    expect(await waysOf(id)).toEqual({ hasTotp: true, identities: 2, passkeys: 1 })
  })
})
