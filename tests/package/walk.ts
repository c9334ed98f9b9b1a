import assert from 'node:assert/strict'

import { openBrowser } from './browser'

const password = 'a tangerine under seven bridges'
const customer = { email: 'ada@example.com', name: 'Ada Example', password }

/** What a shop's staff can do over the host's REST API. */
type Staff = {
  find: (path: string) => Promise<Record<string, unknown> | undefined>
  post: (path: string, body: object) => Promise<Record<string, unknown>>
}

/**
 * What a host does with the package: an administrator sells a licence, a customer registers by the portal's form, the software activates over
 * HTTP, and the customer sees the licence.
 *
 * @param portal the portal's address below the site's
 */
export async function walk(origin: string, portal: string): Promise<void> {
  const staff = await signUpStaff(origin)
  await staff.post('/api/globals/settings', { requireEmailVerification: false })

  const browser = openBrowser(origin)
  const toLogin = await browser.get(portal)
  assert.equal(toLogin.path, `${portal}/login`)
  assert.match(toLogin.html, /<title>Log in/)
  const registered = await browser.submit(`${portal}/register`, customer)
  assert.equal(registered.headers.get('location'), `${portal}/dashboard`)

  const code = await sellLicense(staff)
  await activate(origin, staff, code)

  const licenses = await browser.get(`${portal}/product-licenses`)
  assert.equal(licenses.status, 200)
  assert.ok(licenses.html.includes('Example Product'), 'the licence is in the list')
  checkLook(licenses.html, portal)
  const unknown = await browser.get(`${portal}/no-such-page`)
  assert.equal(unknown.status, 404)
  const data = await browser.get(`${portal}/settings/data/export`)
  assert.equal(data.html.includes(customer.email), true)
  await checkStyles(origin, licenses.html)
  await checkAdmin(origin)
}

async function signUpStaff(origin: string): Promise<Staff> {
  const headers = { 'content-type': 'application/json', origin }
  const response = await fetch(`${origin}/api/staff/first-register`, {
    body: JSON.stringify({ email: 'staff@example.com', password }),
    headers,
    method: 'POST',
  })
  const { token } = (await response.json()) as { token?: string }
  assert.ok(token, `the first administrator is made: ${response.status}`)
  const send = async <T>(path: string, init: RequestInit): Promise<T> => {
    const authorized = { ...headers, authorization: `JWT ${token}` }
    const answer = await fetch(origin + path, { ...init, headers: authorized })
    const text = await answer.text()
    assert.ok(answer.ok, `${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as T
  }
  return {
    find: async (path) =>
      (await send<{ docs: Record<string, unknown>[] }>(path, { method: 'GET' })).docs[0],
    post: async (path, body) => {
      const init = { body: JSON.stringify(body), method: 'POST' }
      return (await send<{ doc: Record<string, unknown> }>(path, init)).doc
    },
  }
}

async function sellLicense(staff: Staff): Promise<string> {
  const { id: product } = await staff.post('/api/products', {
    name: 'Example Product',
    referenceId: 'example',
  })
  const buyer = await staff.find(`/api/customers?where[email][equals]=${customer.email}`)
  const license = await staff.post('/api/licenses', {
    customerId: buyer?.clientId,
    parallelUses: 1,
    product,
  })
  return String(license.code)
}

async function activate(origin: string, staff: Staff, code: string): Promise<void> {
  const { key } = await staff.post('/api/api-keys', { kind: 'external', name: 'Example' })
  const call = async (operation: string, site: string) => {
    const response = await fetch(`${origin}/api/external/license/${operation}`, {
      body: JSON.stringify({ client_name: 'Ada', license_code: code, product_id: 'example' }),
      headers: {
        'content-type': 'application/json',
        'x-api-key': String(key),
        'x-api-url': `https://${site}.example.com`,
      },
      method: 'POST',
    })
    return (await response.json()) as { is_active: boolean; motd?: string }
  }
  assert.equal((await call('activate', 'refused')).is_active, false, "the host's hook refuses")
  assert.equal((await call('activate', 'one')).is_active, true)
  assert.equal((await call('activate', 'two')).is_active, false, 'the limit holds')
  const verified = await call('verify', 'one')
  assert.deepEqual([verified.is_active, verified.motd], [true, 'Hello'])
}

/** What the host's options change in a page. */
function checkLook(html: string, portal: string): void {
  for (const part of ['--primary:rebeccapurple', 'src="/logo.svg"', 'href="/shop"']) {
    assert.ok(html.includes(part), `the page has ${part}`)
  }
  assert.ok(html.includes(`href="${portal}/settings"`))
  assert.ok(!html.includes('"/customer'), 'no link leads to the usual address')
}

/** The portal's styles and font come with the package. */
async function checkStyles(origin: string, html: string): Promise<void> {
  const sheets = [...html.matchAll(/href="([^"]+\.css[^"]*)"/g)].map(([, href = '']) => href)
  const texts = await Promise.all(
    sheets.map(async (href) => (await fetch(new URL(href, origin))).text()),
  )
  assert.ok(
    texts.some((css) => css.includes('--canvas')),
    'the portal has its styles',
  )
}

/** The components of the admin panel are found: Payload leaves out what its import map lacks, and says so in the page. */
async function checkAdmin(origin: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin }
  const login = await fetch(`${origin}/api/staff/login`, {
    body: JSON.stringify({ email: 'staff@example.com', password }),
    headers,
    method: 'POST',
  })
  const [cookie = ''] = login.headers.getSetCookie()
  const page = await fetch(`${origin}/admin`, { headers: { cookie, origin } })
  const html = await page.text()
  assert.equal(page.status, 200)
  for (const text of ['License Manager', 'Licenses by status']) {
    assert.ok(html.includes(text), `the dashboard shows ${text}`)
  }
}
