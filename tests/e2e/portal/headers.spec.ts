import { expect, type Page } from '@playwright/test'

import { test } from './support'

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

async function answerOf(page: Page, path: string) {
  const response = await page.request.get(path, { maxRedirects: 0 })
  return { body: await response.text(), headers: response.headers(), status: response.status() }
}
