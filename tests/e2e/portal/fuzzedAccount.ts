import { randomUUID } from 'node:crypto'

import { expect } from '@playwright/test'
import { TOTP } from 'otpauth'

import { type Field, type Form, formsIn, multipart, type Part, portalPages } from './forms'
import { mailsTo } from './outbox'
import type { Account, Seller } from './support'

/** A customer with something of everything, and what nobody else may read of it. */
export type Fuzzed = Account & {
  activationId: string
  /** The cookies of a session. */
  cookie: string
  licenseId: string
  secrets: string[]
}

export type Answer = { cookies: string[]; location: string; status: number; text: string }

export type Site = {
  get: (path: string, cookie?: string) => Promise<Answer>
  post: (
    path: string,
    parts: Part[],
    headers?: Record<string, string | undefined>,
  ) => Promise<Answer>
}

/** The site as something sees it that is no browser: no cookie is kept, no redirect followed. */
export function siteAt(baseURL: string): Site {
  let count = 0
  const ask = async (path: string, init: RequestInit, headers: Record<string, unknown>) => {
    const given = Object.entries(headers).filter(([, value]) => value !== undefined)
    // Another address each time: none meets the limits of the one before.
    const address = `10.${(count += 1) % 250}.${(count >> 8) % 250}.77`
    const response = await fetch(new URL(path, baseURL), {
      ...init,
      headers: { ...(Object.fromEntries(given) as object), 'X-Forwarded-For': address },
      redirect: 'manual',
      // What hangs has failed.
      signal: AbortSignal.timeout(30_000),
    })
    return {
      cookies: response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? ''),
      location: response.headers.get('location') ?? '',
      status: response.status,
      text: await response.text(),
    }
  }
  return {
    get: (path, cookie) => ask(path, {}, { cookie }),
    post(path, parts, headers = {}) {
      const { body, contentType } = multipart(parts)
      const usual = { 'content-type': contentType, origin: baseURL }
      return ask(path, { body, method: 'POST' }, { ...usual, ...headers })
    },
  }
}

/** A customer with a licence that is in use, and a session. */
export async function createFuzzed(site: Site, seller: Seller): Promise<Fuzzed> {
  const account = await seller.createCustomer(`Only Theirs ${randomUUID()}`)
  const { code, id: licenseId } = await seller.createLicense({
    customerId: account.clientId,
    parallelUses: 5,
  })
  const host = `theirs-${randomUUID()}.example.com`
  await seller.activate(code, `https://${host}`)
  const cookie = await logIn(site, account)
  // The other session is one that can be ended.
  await logIn(site, account)
  const list = await site.get('/customer/product-activations', cookie)
  expect(list.text).toContain(host)
  const activationId = /\/product-activations\/([\da-f-]{36})\//.exec(list.text)?.[1] ?? ''
  expect(activationId).not.toBe('')
  const { email, name } = account
  return { ...account, activationId, cookie, licenseId, secrets: [code, email, host, name] }
}

/** Logs in by the form of a browser without JavaScript. */
export async function logIn(site: Site, { email, password }: Account): Promise<string> {
  const [form] = formsIn((await site.get('/customer/login')).text, '/customer/login')
  const answer = await submit(site, form, { email, password })
  expect(answer.status).toBe(303)
  return answer.cookies.join('; ')
}

/** Switches the authenticator app on; what opens the page that asks for its code. */
export async function switchTotpOn(site: Site, account: Fuzzed): Promise<string> {
  const path = '/customer/settings/security'
  const send = async (html: string, fields: Record<string, string>) => {
    const form = formsIn(html, path).find((one) => one.fields.some(([name]) => name === 'do'))
    return (await submit(site, form, fields, account.cookie)).text
  }
  const page = await site.get(path, account.cookie)
  const start = await send(page.text, { do: 'start', password: account.password })
  const secret = /data-testid="totp-key"[^>]*>([A-Z2-7 ]+)</.exec(start)?.[1] ?? ''
  const code = new TOTP({ secret: secret.replaceAll(' ', '') }).generate()
  const codes = (await send(start, { code, do: 'confirm' })).replace(/<script.*?<\/script>/gs, '')
  expect(codes).toContain('Your recovery codes')
  return logIn(site, account)
}

/** Where a link leads that was mailed to free a slot. */
export async function slotPath(site: Site, { email, secrets: [code = ''] }: Fuzzed) {
  const path = '/customer/free-slot/request'
  const form = formsIn((await site.get(path)).text, path).find(({ fields }) =>
    fields.some(([name]) => name === 'code'),
  )
  await submit(site, form, { code, email })
  const find = () =>
    mailsTo(email)
      .map(({ text }) => /\/customer\/free-slot\?token=[\w.-]+/.exec(text)?.[0])
      .find(Boolean)
  await expect(() => expect(find()).toBeTruthy()).toPass({ timeout: 20_000 })
  return find() ?? ''
}

/** Every form that the portal shows to whoever has these cookies. */
export async function findForms(
  site: Site,
  account: Fuzzed,
  cookie: string,
  more: string[] = [],
): Promise<Form[]> {
  const paths = portalPages().map(({ path }) => `${filled(path, account)}?token=x&from=license`)
  const found: Form[] = []
  for (const path of [...paths, ...more]) {
    const { status, text } = await site.get(path, cookie)
    expect(`${path}: ${status}`).not.toMatch(/: 5\d\d$/)
    found.push(...formsIn(text, path))
  }
  return found
}

/** The address of a page with what is the customer's own in it. */
export function filled(path: string, { activationId, licenseId }: Fuzzed): string {
  return path
    .replace('product-licenses/[id]', `product-licenses/${licenseId}`)
    .replace('product-activations/[id]', `product-activations/${activationId}`)
    .replace('[...rest]', 'no-such-page')
}

function submit(
  site: Site,
  form: Form | undefined,
  values: Record<string, string>,
  cookie?: string,
): Promise<Answer> {
  const hidden = form?.hidden ?? []
  const parts = [...hidden, ...Object.entries(values)].map(([name, value]: Field) => ({
    name,
    value,
  }))
  return site.post(form?.path ?? '', parts, { cookie })
}
