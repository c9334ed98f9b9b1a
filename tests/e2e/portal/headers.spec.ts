import { expect, type Page, type Response } from '@playwright/test'
import sharp from 'sharp'

import { test, untilInteractive } from './support'

const pages = [
  '/customer/login',
  '/customer/register',
  '/customer/forgot-password',
  '/customer/reset-password',
  '/customer/invitation',
  '/customer/dashboard',
  '/customer/product-licenses',
  '/customer/product-activations',
  '/customer/settings',
  '/customer/settings/connected',
  '/customer/confirm-sign-in',
  '/customer/settings/data',
  '/customer/settings/email',
  '/customer/settings/history',
  '/customer/settings/security',
  '/customer/settings/sessions',
  '/customer/free-slot',
  '/customer/no-such-page',
]

test('no page breaks its own policy, and every script carries the nonce', async ({
  logIn,
  page,
  seller,
}) => {
  const violations = watchViolations(page)
  const customer = await seller.createCustomer()
  const license = await seller.createLicense({ customerId: customer.clientId, parallelUses: 2 })
  await seller.activate(license.code, 'https://policy.example.com')
  for (const path of [...pages, `/customer/product-licenses/${license.id}`]) {
    const response = await page.goto(path)
    await untilInteractive(page)
    expect(await scriptsWithoutNonce(response), path).toEqual([])
    if (path === '/customer/login') await logIn(customer)
  }
  expect(violations).toEqual([])
})

test('the dialog that positions a photo keeps to the policy', async ({ logIn, page, seller }) => {
  const violations = watchViolations(page)
  await logIn(await seller.createCustomer())
  await page.goto('/customer/settings')
  await untilInteractive(page)
  const photo = sharp({ create: { background: '#00f', channels: 3, height: 400, width: 800 } })
  await page.locator('input[type=file]').setInputFiles({
    buffer: await photo.png().toBuffer(),
    mimeType: 'image/png',
    name: 'photo.png',
  })
  const dialog = page.getByRole('dialog', { name: 'Position your photo' })
  await dialog.getByRole('slider', { name: 'Zoom' }).press('ArrowRight')
  await dialog.getByRole('button', { name: 'Save photo' }).click()
  await expect(page.getByRole('img', { name: 'Your photo' })).toBeVisible()
  expect(violations).toEqual([])
})

test('an injected inline script does not run', async ({ page }) => {
  const violations = watchViolations(page)
  await inject(
    page,
    `<script>window.injected = 1</script>
     <img src="x:" onerror="window.injected = 2">
     <iframe srcdoc="<script>parent.injected = 3</script>"></iframe>
     <a href="javascript:window.injected = 4">Harmless</a>`,
  )
  await page.getByText('Harmless').click()
  await expect.poll(() => violations.length).toBeGreaterThanOrEqual(4)
  expect(await page.evaluate(() => (window as { injected?: number }).injected)).toBeUndefined()
})

test('a script from another site does not run, nor does an injected base lead ours there', async ({
  baseURL,
  page,
}) => {
  const violations = watchViolations(page)
  const other = (baseURL ?? '').replace('localhost', '127.0.0.1')
  const answered: string[] = []
  page.on('response', (response) => answered.push(response.url()))
  await inject(
    page,
    `<script src="${other}/injected.js"></script><base href="${other}"><a href="/x">Relative</a>`,
  )
  await expect.poll(() => violations.join()).toContain('injected.js')
  const link = page.getByText('Relative')
  expect(await link.evaluate((anchor: HTMLAnchorElement) => anchor.href)).toBe(`${baseURL}/x`)
  expect(answered.filter((url) => url.startsWith(other))).toEqual([])
})

test('a page cannot be framed, not even by this site; the admin panel only by this site', async ({
  baseURL,
  page,
}) => {
  const site = baseURL ?? ''
  const otherSite = site.replace('localhost', '127.0.0.1')
  for (const path of ['/customer/login', '/%63ustomer/login', '/customer/%6Cogin']) {
    expect(await frame(page, site, site + path), path).toMatch(/^chrome-error:/)
    expect(await frame(page, otherSite, site + path), path).toMatch(/^chrome-error:/)
  }
  expect(await frame(page, otherSite, `${site}/admin/login`)).toMatch(/^chrome-error:/)
  expect(await frame(page, site, `${site}/admin/login`)).toBe(`${site}/admin/login`)
})

test('the nonce is another one at every answer, whatever the client asks for', async ({
  request,
}) => {
  const chosen = { 'content-security-policy': "script-src 'nonce-chosen'", 'x-nonce': 'chosen' }
  const nonces = new Set<string | undefined>()
  for (const headers of [{}, {}, chosen]) {
    const response = await request.get('/customer/login', { headers })
    const policy = response.headers()['content-security-policy'] ?? ''
    const [, nonce] = /'nonce-([^']{22,})'/.exec(policy) ?? []
    expect(await response.text()).toContain(`nonce="${nonce}"`)
    expect(await response.text()).not.toContain('chosen')
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

test('no answer says a security header twice', async ({ request }) => {
  const paths = ['/', '/customer/login', '/admin/login', '/api/health-check', '/api/customers/me']
  for (const path of paths) {
    const response = await request.get(path, { maxRedirects: 0 })
    const names = response.headersArray().map(({ name }) => name.toLowerCase())
    for (const name of ['x-content-type-options', 'referrer-policy', 'content-security-policy']) {
      expect(
        names.filter((each) => each === name),
        `${name} of ${path}`,
      ).toHaveLength(1)
    }
    expect(response.headers()['x-content-type-options']).toBe('nosniff')
  }
})

test("answers about an account are kept by nobody, the site's files by everybody", async ({
  logIn,
  page,
  seller,
}) => {
  await logIn(await seller.createCustomer())
  for (const path of ['/customer/settings', '/api/customers/me', '/customer/no-such-page']) {
    const { headers } = await answerOf(page, path)
    expect(headers['cache-control'], path).toMatch(/private.*no-store/)
  }
  await page.goto('/customer/settings')
  const file = await page.locator('script[src^="/_next/static/"]').first().getAttribute('src')
  expect((await answerOf(page, file ?? '')).headers['cache-control']).toContain('immutable')
})

test('an address that cannot be decoded is refused, not a failure of the server', async ({
  page,
}) => {
  for (const path of ['/customer/%E0%A4%A', '/%', '/customer/product-licenses/%00']) {
    expect((await answerOf(page, path)).status, path).toBe(400)
  }
  const { body, headers, status } = await answerOf(page, '/api/customers/%E0%A4%A')
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 400,
    type: 'application/json',
  })
  expect(JSON.parse(body)).toEqual({ errors: [{ message: 'The address is malformed.' }] })
})

test('the site begins at the portal', async ({ page, request }) => {
  expect((await request.get('/', { maxRedirects: 0 })).status()).toBe(307)
  await page.goto('/')
  await expect(page).toHaveURL(/\/customer\/login/)
})

/** @returns the address of what a page of the framing site shows in a frame */
async function frame(page: Page, framing: string, framed: string): Promise<string | undefined> {
  await page.route('**/framing', (route) =>
    route.fulfill({ body: `<iframe src="${framed}"></iframe>`, contentType: 'text/html' }),
  )
  await page.goto(`${framing}/framing`)
  return page.frames()[1]?.url()
}

/** Opens the login as if somebody had got markup into it. */
async function inject(page: Page, markup: string): Promise<void> {
  await page.route('**/customer/login', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('</body>', `${markup}</body>`)
    await route.fulfill({ body, response })
  })
  await page.goto('/customer/login')
}

/** What the browser reports as blocked, from now on. */
function watchViolations(page: Page): string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy|permissions-policy/i.test(message.text())) {
      violations.push(message.text())
    }
  })
  return violations
}

async function scriptsWithoutNonce(response: null | Response): Promise<string[]> {
  const html = (await response?.text()) ?? ''
  expect(html).toContain('<script')
  const [, nonce] =
    /'nonce-([^']+)'/.exec(response?.headers()['content-security-policy'] ?? '') ?? []
  const scripts = html.match(/<script\b[^>]*>/g) ?? []
  return scripts.filter((script) => !script.includes(`nonce="${nonce}"`))
}

async function answerOf(page: Page, path: string) {
  const response = await page.request.get(path, { maxRedirects: 0 })
  return { body: await response.text(), headers: response.headers(), status: response.status() }
}
