import { expect, type Page, type Response } from '@playwright/test'
import sharp from 'sharp'

import { test, untilInteractive } from './support'
import { watchViolations } from './violations'

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

async function scriptsWithoutNonce(response: null | Response): Promise<string[]> {
  const html = (await response?.text()) ?? ''
  expect(html).toContain('<script')
  const [, nonce] =
    /'nonce-([^']+)'/.exec(response?.headers()['content-security-policy'] ?? '') ?? []
  const scripts = html.match(/<script\b[^>]*>/g) ?? []
  return scripts.filter((script) => !script.includes(`nonce="${nonce}"`))
}
