import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { tokenOf } from '../../support/rest'
import { password } from './support/accounts'
import { actions, type AdminDesk, openAdminDesk } from './support/adminActions'

/** What administrators do to an account, nobody else does: it locks people out, or lets them in. */
let accounts: AdminDesk['accounts']
let act: AdminDesk['act']
let admin: AdminDesk['admin']
let createTarget: AdminDesk['createTarget']
let desk: AdminDesk
let payload: AdminDesk['payload']
let rest: AdminDesk['rest']
let stateOf: AdminDesk['stateOf']

beforeAll(async () => {
  desk = await openAdminDesk()
  ;({ accounts, act, admin, createTarget, payload, rest, stateOf } = desk)
})
afterAll(() => desk.close())

describe.each(actions)('%s', (action) => {
  it('is refused to customers, of their own account as well, and to nobody', async () => {
    const target = await createTarget()
    const other = await accounts.createCustomer()
    const credentials = { email: target.email, password }
    const tokens = [
      await tokenOf(payload, 'customers', credentials),
      await tokenOf(payload, 'customers', { email: other.email, password }),
      undefined,
    ]
    const before = await stateOf(target.id)
    for (const token of tokens) expect((await act(target.id, action, { token })).status).toBe(403)
    const headers = { Cookie: `payload-token=${tokens[0]}; lm-portal=${target.session}` }
    expect((await act(target.id, action, { headers })).status).toBe(403)
    expect(await stateOf(target.id)).toEqual(before)
  })

  it("does nothing for another site's page in an administrator's browser", async () => {
    const target = await createTarget()
    const before = await stateOf(target.id)
    const cookie = { Cookie: `payload-token=${admin}` }
    const foreign: Record<string, string>[] = [
      { ...cookie, Origin: 'https://evil.example' },
      { ...cookie, Origin: 'null' },
      { ...cookie, Origin: '', 'Sec-Fetch-Site': 'cross-site' },
      // Payload asks for the origin of cookies only.
      { Authorization: `JWT ${admin}`, Origin: 'https://evil.example' },
    ]
    for (const headers of foreign) {
      expect((await act(target.id, action, { headers })).status).toBe(403)
    }
    expect(await stateOf(target.id)).toEqual(before)
    expect((await act(target.id, action, { headers: cookie })).status).toBe(200)
  })

  it('does not find an unknown or malformed id', async () => {
    for (const id of [
      '00000000-0000-4000-8000-000000000000',
      'x',
      '1',
      "' or true --",
      '%2e%2e',
      'x'.repeat(2000),
    ]) {
      expect((await act(encodeURI(id), action)).status).toBe(404)
    }
  })

  it('is nothing but a POST', async () => {
    const target = await createTarget()
    const before = await stateOf(target.id)
    for (const method of ['GET', 'PATCH', 'PUT', 'DELETE']) {
      const { status } = await rest(method, `/customers/${target.id}/actions/${action}`, {
        token: admin,
      })
      expect(status).toBeGreaterThanOrEqual(400)
    }
    expect(await stateOf(target.id)).toEqual(before)
  })

  it('can be done twice, and at the same time, with a message each time', async () => {
    const { id } = await createTarget()
    const answers = await Promise.all([act(id, action), act(id, action), act(id, action)])
    answers.push(await act(id, action))
    for (const { body, status } of answers) {
      expect(status).toBe(200)
      expect(body).toEqual({ message: expect.any(String) as string })
    }
  })
})
