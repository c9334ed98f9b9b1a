import assert from 'node:assert/strict'

import { password } from './host'

type Document = Record<string, unknown>

/** What a shop's staff can do over the host's REST API. */
export type Staff = {
  find: (path: string) => Promise<Document | undefined>
  /** The whole answer. */
  send: (path: string, init?: { body?: object; method: string }) => Promise<Document>
  post: (path: string, body: object) => Promise<Document>
}

/** The host's administrator. */
export const account = { email: 'staff@example.com', password }

/** Makes the host's first administrator. */
export const signUpStaff = (origin: string): Promise<Staff> => enter(origin, 'first-register')

/** As an administrator that there is. */
export const logInStaff = (origin: string): Promise<Staff> => enter(origin, 'login')

async function enter(origin: string, call: 'first-register' | 'login'): Promise<Staff> {
  const headers = { 'content-type': 'application/json', origin }
  const response = await fetch(`${origin}/api/staff/${call}`, {
    body: JSON.stringify(account),
    headers,
    method: 'POST',
  })
  const { token } = (await response.json()) as { token?: string }
  assert.ok(token, `the administrator is in: ${response.status}`)
  const send: Staff['send'] = async (path, { body, method } = { method: 'GET' }) => {
    const answer = await fetch(origin + path, {
      body: body && JSON.stringify(body),
      headers: { ...headers, authorization: `JWT ${token}` },
      method,
    })
    const text = await answer.text()
    assert.ok(answer.ok, `${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as Document
  }
  return {
    find: async (path) => ((await send(path)).docs as Document[])[0],
    post: async (path, body) => (await send(path, { body, method: 'POST' })).doc as Document,
    send,
  }
}

/** The components of the admin panel are found: Payload leaves out what its import map lacks, and says so in the page. */
export async function checkAdmin(origin: string): Promise<void> {
  const { html, status } = await adminPage(origin, '')
  assert.equal(status, 200)
  for (const text of ['License Manager', 'Licenses by status', 'href="/admin/imports"']) {
    assert.ok(html.includes(text), `the dashboard shows ${text}`)
  }
  for (const path of ['/admin/login', '/api/docs', '/api/openapi.json']) {
    assert.equal((await fetch(origin + path)).status, 200, `there is ${path}`)
  }
}

/** A page of the admin panel as an administrator who is logged in gets it. */
export async function adminPage(
  origin: string,
  path: string,
): Promise<{ html: string; status: number }> {
  const login = await fetch(`${origin}/api/staff/login`, {
    body: JSON.stringify(account),
    headers: { 'content-type': 'application/json', origin },
    method: 'POST',
  })
  const [cookie = ''] = login.headers.getSetCookie()
  const page = await fetch(`${origin}/admin${path}`, { headers: { cookie, origin } })
  return { html: await page.text(), status: page.status }
}
