import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { hashPassword } from '../../src/accounts/passwords/hash'
import { hashToken, randomToken } from '../../src/accounts/random'
import { issueToken } from '../../src/accounts/tokens/issueToken'
import { createSlotLinkSigner } from '../../src/licensing/token'
import type { Database } from '../../src/licensing/types'
import { encryptSecret } from '../../src/secrets/encrypt'
import { linkPurposes, type Shop, widgets } from './scaleCalls'
import { adminLists } from './scalePages'

/** When rows came, where their table calls it something else than the others. */
const cameAt: Record<string, string> = { activity_log: 'at', webhook_deliveries: 'occurred_at' }

/** The latest document of each list of the admin panel, as old ones are removed while the app runs; lists that are empty in every shop have none. */
export async function findDocuments(db: Database): Promise<Shop['documents']> {
  const documents: Shop['documents'] = {}
  for (const slug of adminLists) {
    const table = slug.replaceAll('-', '_')
    const latest = sql.identifier(cameAt[table] ?? 'created_at')
    const { rows } = await db.execute(
      sql`select id from ${sql.identifier(table)} order by ${latest} desc limit 1`,
    )
    if (rows[0]) documents[slug] = String(rows[0].id)
  }
  return documents
}

/** Webhooks that were delivered, the latest ones and more than a run takes. */
export async function findDeliveries(db: Database): Promise<string[]> {
  const { rows } = await db.execute(sql`
    select id from webhook_deliveries where status = 'delivered' order by occurred_at desc limit 200`)
  return rows.map(({ id }) => String(id))
}

/** What opens the pages of links. They stay good for as long as the bench takes to fill the larger shop. */
export async function issueTokens(
  payload: Payload,
  db: Database,
  { customer, license }: { customer: string; license: string },
): Promise<Shop['tokens']> {
  const secret = randomToken()
  const email = 'bench-link@example.com'
  const profile = { name: null, provider: 'google', subject: 'bench' }
  const data = { browser: hashToken(secret), label: 'Google', profile }
  const issued: [string, string][] = []
  for (const purpose of linkPurposes) {
    issued.push([purpose, await issueToken(payload, { customer, data, email, purpose }, db)])
  }
  await db.execute(sql`
    update account_tokens set expires_at = now() + interval '1 day' where email = ${email}`)
  const tokens = { accessToken: 'none', expiresAt: null, refreshToken: null }
  return {
    ...(Object.fromEntries(issued) as Shop['tokens']),
    slot: createSlotLinkSigner(payload.secret).sign(license),
    socialBrowser: encryptSecret(
      JSON.stringify({ secret, tokens }),
      payload.secret,
      'social proof',
    ),
  }
}

/** Gives a customer a password, a photo and a connected account. */
export async function equip(
  payload: Payload,
  db: Database,
  customer: string,
): Promise<{ filename: string; login: Shop['login'] }> {
  const password = randomToken()
  const { hash, salt } = await hashPassword(password)
  const file = { data: photo, mimetype: 'image/png', name: 'photo.png', size: photo.length }
  const { filename, id: avatar } = await payload.create({ collection: 'avatars', data: {}, file })
  await db.execute(sql`
    insert into identities (account_id, provider, subject, email) values (${customer}, 'google', 'bench', 'bench@example.com')`)
  const { rows } = await db.execute(sql`
    update customers set avatar_id = ${avatar}, hash = ${hash}, salt = ${salt} where id = ${customer} returning email`)
  return { filename: filename ?? '', login: { email: String(rows[0]?.email), password } }
}

/** An administrator for each widget, who sees nothing else on the dashboard. */
export async function watchWidgets(payload: Payload): Promise<Shop['widgets']> {
  const entries: [string, string][] = []
  for (const widget of widgets) {
    const login = { email: `${widget}@example.com`, password: randomToken() }
    const user = await payload.create({ collection: 'users', data: login })
    const value = { layouts: [{ id: `${widget}-1`, width: 'full' }] }
    await payload.create({
      collection: 'payload-preferences',
      data: { key: 'dashboard-layout', user: { relationTo: 'users', value: user.id }, value },
      // Payload's hook takes whose it is from the request.
      user: { ...user, collection: 'users' },
    })
    const { token = '' } = await payload.login({ collection: 'users', data: login })
    entries.push([widget, token])
  }
  return Object.fromEntries(entries) as Shop['widgets']
}

const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
