import { randomBytes } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { hashPassword } from '../../src/accounts/passwords/hash'
import { createTokenSigner } from '../../src/licensing/token'
import type { Database } from '../../src/licensing/types'
import { callsOf, type Installed } from './calls'
import { apiReads } from './scaleApi'
import type { ScaleCall, Shop } from './scaleCalls'
import { scalePages } from './scalePages'

/** What the soak needs beside the shop: installations, and customers who know their password. */
export type SoakShop = {
  emails: string[]
  installed: Installed[]
  password: string
  /** What tokens of activations are signed with. */
  secret: string
}

/** A request of the soak, what tells a good answer, and what to do with it. */
export type SoakCall = {
  body?: object
  headers?: Record<string, string>
  isGood?: (text: string) => boolean
  method: NonNullable<ScaleCall['method']>
  name: string
  then?: (response: Response) => void
  url: string
}

type Weighted = [weight: number, next: () => null | SoakCall]

export async function prepareSoak(payload: Payload): Promise<SoakShop> {
  const { drizzle: db } = payload.db as unknown as { drizzle: Database }
  const { rows: installed } = await db.execute(sql`
    select a.id as activation, l.code, l.code_key, a.domain, l.id as license, p.id as product, p.reference_id as reference
    from activations a join licenses l on l.id = a.license_id join products p on p.id = l.product_id
    where a.is_active order by md5(a.id::text)`)
  const password = randomBytes(12).toString('hex')
  const { hash, salt } = await hashPassword(password)
  const { rows } = await db.execute(sql`
    update customers set hash = ${hash}, salt = ${salt}
    where id in (select id from customers where confirmed_at is not null order by id limit 40) returning email`)
  return {
    emails: rows.map(({ email }) => email as string),
    installed: installed as Installed[],
    password,
    secret: payload.secret,
  }
}

/** The steady mix: for each call how often it comes, and what makes the next one. Null where there is none at the moment. */
export function soakCalls(url: string, shop: Shop, soak: SoakShop): Weighted[] {
  const signer = createTokenSigner(soak.secret)
  const { external: key } = shop.keys
  const urls = { bare: '', ours: `${url}/api` }
  const ours = callsOf({ installed: soak.installed, key, signer, token: shop.jwt, urls })
  const often: Record<string, number> = {
    'Payload REST: read': 4,
    'ours: activate': 8,
    'ours: deactivate': 8,
    'ours: verify': 40,
  }
  const licensing = ours.flatMap(([name, shoot, isGood]): Weighted[] => {
    const next = () => {
      const shot = shoot()
      const parsed = (text: string) => isGood(JSON.parse(text) as Record<string, unknown>)
      return shot && fromAnywhere({ ...shot, isGood: parsed, name })
    }
    return often[name] ? [[often[name], next]] : []
  })
  // These are for one installation; those above and below take turns.
  const rest = [...scalePages(shop), ...apiReads(shop)].map((next): Weighted => {
    const made = () => {
      const { body, headers, method = 'GET', name, path: below } = next()
      return { body, headers, method, name, url: `${url}${below}` }
    }
    return [made().name.startsWith('portal') ? 2 : 1, made]
  })
  const post = (action: string, body: (one: Installed) => object) => () => {
    const one = soak.installed[Math.floor(Math.random() * soak.installed.length)] as Installed
    return fromAnywhere({
      body: { product_id: one.reference, ...body(one) },
      headers: { 'x-api-key': key, 'x-api-url': one.domain },
      isGood: (text) => text.startsWith('{"is_active":true'),
      method: 'POST',
      name: `api external ${action}`,
      url: `${url}/api/external/${action}`,
    })
  }
  const license_data = ({ activation }: Installed) => signer.sign(activation)
  const unknown = post('license/verify', () => ({ license_code: randomBytes(14).toString('hex') }))
  return [
    ...licensing,
    ...rest,
    [6, post('license/certificate', (one) => ({ license_data: license_data(one) }))],
    [
      8,
      post('update/check', (one) => ({ current_version: '0.9', license_data: license_data(one) })),
    ],
    [1, () => ({ ...unknown(), isGood: isRefused, name: 'api external unknown code' })],
    ...visits(url, soak),
  ]
}

/** Customers who come to the login, sign in, look at their dashboard and leave. */
function visits(url: string, { emails, password }: SoakShop): Weighted[] {
  const devices = new Map<string, string>()
  const arrived: string[] = []
  let turn = 0
  const origin = { origin: url }
  return [
    [2, () => ({ method: 'GET', name: 'visit: login page', url: `${url}/customer/login` })],
    [
      2,
      () => {
        const email = emails[turn++ % emails.length] ?? ''
        const device = devices.get(email)
        return fromAnywhere({
          body: { email, password },
          headers: { ...origin, ...(device ? { cookie: device } : {}) },
          method: 'POST',
          name: 'visit: login',
          then: ({ headers }) => {
            const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
            const of = (name: string) => cookies.find((cookie) => cookie.startsWith(name)) ?? ''
            devices.set(email, of('lm-device='))
            arrived.push(of('lm-portal='))
          },
          url: `${url}/api/customers/login`,
        })
      },
    ],
    [
      2,
      () => {
        const cookie = arrived.at(-1)
        if (!cookie) return null
        const headers = { cookie }
        return {
          headers,
          method: 'GET',
          name: 'visit: dashboard',
          url: `${url}/customer/dashboard`,
        }
      },
    ],
    [
      2,
      () => {
        const cookie = arrived.length > 5 ? arrived.shift() : null
        if (!cookie) return null
        const headers = { ...origin, cookie }
        return {
          headers,
          method: 'POST',
          name: 'visit: logout',
          url: `${url}/api/customers/logout`,
        }
      },
    ],
  ]
}

/** From an address of its own each time, as the proxy in front would say. */
function fromAnywhere(call: SoakCall): SoakCall {
  const part = () => Math.floor(Math.random() * 256)
  const address = `10.${part()}.${part()}.${part()}`
  return { ...call, headers: { ...call.headers, 'x-forwarded-for': address } }
}

function isRefused(text: string): boolean {
  return text.startsWith('{"is_active":false')
}
