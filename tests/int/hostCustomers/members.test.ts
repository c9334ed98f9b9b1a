import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Rest } from '../../support/rest'
import { seen } from './support/host'
import { old, openShop, type Row, type Shop } from './support/shop'

/** A shop that had members before: they become the customers, and stay the shop's members. */
const collection = 'members' as 'customers'

let database: Shop['database']
let logIn: Shop['logIn']
let payload: Payload
let register: Shop['register']
let rest: Rest
let rowOf: Shop['rowOf']
let shop: Shop
let staff: string
let tokenOf: Shop['tokenOf']

beforeAll(async () => {
  shop = await openShop()
  ;({ database, logIn, payload, register, rest, rowOf, staff, tokenOf } = shop)
}, 240_000)
afterAll(() => shop.close())
beforeEach(() => {
  seen.length = 0
})

describe('a member from before', () => {
  it('has what a customer has, keeps what the host knows, and signs in with the old password', async () => {
    const row = await rowOf(old.email)
    expect(row).toMatchObject({ company: 'NEW HERE', name: 'old', points: '10' })
    expect(row.client_id).toMatch(/^[\da-f-]{36}$/)
    const token = await tokenOf(old.email)
    const { body } = await rest('GET', '/members', { token })
    expect(body.docs).toMatchObject([{ company: 'NEW HERE', email: old.email }])
  })

  it('has to sign in anew: what Payload’s own login opened is gone', async () => {
    const { rows } = await database.query('select id from customers_sessions')
    expect(rows).toEqual([])
  })
})

describe('registering in the portal', () => {
  it('makes a member, of which the host’s hooks hear', async () => {
    expect((await register('new@example.com')).status).toBeLessThan(300)
    expect(seen).toEqual([
      'create new@example.com',
      'update new@example.com',
      'login new@example.com',
    ])
    expect(await rowOf('new@example.com')).toMatchObject({
      company: 'NEW HERE',
      name: 'Nora New',
      points: '10',
    })
  })

  it('leaves nothing behind where the host’s hook throws', async () => {
    expect((await register('undone@example.com', 'Undo Me')).status).toBe(500)
    await expect(rowOf('undone@example.com')).rejects.toThrow('no account')
  })
})

describe('signing in', () => {
  it('runs the host’s hooks, which may refuse it', async () => {
    await register('banned@example.com')
    expect((await logIn('banned@example.com')).status).toBe(200)
    await database.query(`update customers set banned = true where email = 'banned@example.com'`)
    seen.length = 0
    const refused = await logIn('banned@example.com')
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([401, null])
    expect(seen).toEqual([])
  })
})

describe('a member and another', () => {
  let mine: Row
  let theirs: Row
  let token: string

  beforeAll(async () => {
    await register('mine@example.com')
    await register('theirs@example.com')
    mine = await rowOf('mine@example.com')
    theirs = await rowOf('theirs@example.com')
    token = await tokenOf('mine@example.com')
    await shop.sellTo([mine, theirs])
  })

  it('own their licences, and neither sees the other’s', async () => {
    const { body } = await rest('GET', '/licenses', { token })
    expect(body.docs).toMatchObject([{ customerId: mine.client_id }])
  })

  it('read their own account and nobody else’s', async () => {
    const { body } = await rest('GET', '/members?limit=0', { token })
    expect((body.docs as Row[]).map(({ id }) => id)).toEqual([mine.id])
    expect((await rest('GET', `/members/${theirs.id}`, { token })).status).toBe(404)
    for (const path of ['/orders', '/staff', '/mails']) {
      expect([path, (await rest('GET', path, { token })).status]).toEqual([path, 403])
    }
  })

  it('see no secret of another where the host opens its members to all', async () => {
    const { access } = payload.collections[collection].config
    const own = access.read
    access.read = () => true
    try {
      const { body } = await rest('GET', `/members/${theirs.id}`, { token })
      expect(body).toMatchObject({ company: 'NEW HERE', name: 'Nora New' })
      for (const field of ['clientId', 'email', 'lastLogin', 'hash', 'totpSecret']) {
        expect(body).not.toHaveProperty(field)
      }
      const clientId = String(theirs.client_id)
      for (const query of [`where[clientId][equals]=${clientId}`, 'sort=email']) {
        const { status } = await rest('GET', `/members?${query}`, { token })
        expect([query, status]).toEqual([query, 400])
      }
      expect((await rest('GET', `/members/${mine.id}`, { token })).body).toMatchObject({
        clientId: mine.client_id,
        email: 'mine@example.com',
      })
    } finally {
      access.read = own
    }
  })

  it('write the host’s fields as the host lets them, and ours in the portal only', async () => {
    const change = (id: string, body: object) => rest('PATCH', `/members/${id}`, { body, token })
    const changed = await change(mine.id, {
      banned: true,
      clientId: theirs.client_id,
      company: 'mine & co',
      confirmedAt: new Date().toISOString(),
      disabledAt: new Date().toISOString(),
      email: 'other@example.com',
      name: 'Mallory',
    })
    expect(changed.status).toBe(200)
    expect(await rowOf('mine@example.com')).toMatchObject({
      banned: mine.banned,
      client_id: mine.client_id,
      company: 'MINE & CO',
      confirmed_at: null,
      disabled_at: null,
      name: 'Nora New',
    })
    expect((await change(mine.id, { password: 'another one of many words' })).status).toBe(403)
    expect((await change(theirs.id, { company: 'hacked' })).status).toBe(403)
    const all = await rest('PATCH', '/members?where[id][exists]=true', {
      body: { password: 'another one of many words' },
      token,
    })
    expect(all.status).toBe(403)
    expect(await rowOf('theirs@example.com')).toMatchObject({ hash: theirs.hash })
  })
})

describe('the staff', () => {
  it('see the members with the host’s fields and our figures', async () => {
    const { body } = await rest('GET', '/members?where[email][equals]=mine@example.com', {
      token: staff,
    })
    expect(body.docs).toMatchObject([
      { company: 'MINE & CO', email: 'mine@example.com', licenseCount: 1, points: 10 },
    ])
  })

  it('disable one, who is out at once and stays out', async () => {
    const token = await tokenOf('theirs@example.com')
    const { id } = await rowOf('theirs@example.com')
    const path = `/members/${id}/actions/disable`
    expect((await rest('POST', path, { token: staff })).status).toBe(200)
    expect((await rest('GET', '/members', { token })).status).toBe(403)
    expect((await logIn('theirs@example.com')).status).toBe(403)
  })

  it('read in the activity log that a field of the host’s changed, not from what to what', async () => {
    const { id } = await rowOf('mine@example.com')
    const { rows } = await database.query<{ details: object }>(
      `select details from activity_log where subject_id = $1 and details ? 'company'`,
      [id],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { details } of rows) expect(details).toMatchObject({ company: [null, null] })
  })

  it('find what the host relates to a member', async () => {
    const { id } = await rowOf('mine@example.com')
    await rest('POST', '/orders', { body: { member: id }, token: staff })
    const { body } = await rest('GET', `/members/${id}`, { token: staff })
    expect(body.orders).toMatchObject({ docs: [expect.anything()] })
    expect((await rest('DELETE', `/members/${id}`, { token: staff })).status).toBe(200)
  })
})
