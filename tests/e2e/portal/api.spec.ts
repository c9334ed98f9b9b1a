import { type APIRequestContext, expect, request } from '@playwright/test'

import { demo } from '../../support/demo'
import { test } from './support'

/** The calls behind the portal, and Payload's own APIs, as somebody with a script would use them. */
async function logInOverRest(baseURL: string): Promise<{ api: APIRequestContext; token: string }> {
  const api = await request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL } })
  const { customer } = demo()
  const response = await api.post('/api/customers/login', { data: customer })
  expect(response.status()).toBe(200)
  expect(await response.json()).not.toHaveProperty('token')
  const { cookies } = await api.storageState()
  return { api, token: cookies.find(({ name }) => name === 'lm-portal')?.value ?? '' }
}

test('GraphQL shows a customer their own and changes nothing', async ({ baseURL }) => {
  const { api, token } = await logInOverRest(baseURL ?? '')
  const ask = async (query: string) => {
    const response = await api.post('/api/graphql', {
      data: { query },
      headers: { Authorization: `JWT ${token}` },
    })
    return (await response.json()) as {
      data: Record<string, { docs: { customerId?: string }[] } | null>
    }
  }
  const own = await ask('{ Licenses(limit: 0) { docs { id customerId email } } }')
  const licenses = own.data.Licenses?.docs ?? []
  expect(licenses.length).toBeGreaterThan(5)
  expect(licenses.every(({ customerId }) => customerId === 'CUST-1001' || !customerId)).toBe(true)
  for (const query of [
    '{ Products { docs { id } } }',
    '{ Users { docs { id } } }',
    '{ ApiKeys { docs { id prefix } } }',
    '{ Setting { rateLimitPerMinute } }',
    'mutation { updateSetting(data: { allowRegistration: false }) { allowRegistration } }',
  ]) {
    const { data } = await ask(query)
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true)
  }
})

test('the portal cookie opens the portal only, never the admin panel or other collections', async ({
  baseURL,
}) => {
  const { api } = await logInOverRest(baseURL ?? '')
  expect(await (await api.get('/api/users/me')).json()).toMatchObject({ user: null })
  expect((await api.get('/api/licenses')).status()).toBe(403)
  expect((await api.get('/api/customers/me')).status()).toBe(200)
})

test('deactivation asks for a session and an origin of this site', async ({ baseURL }) => {
  const { api } = await logInOverRest(baseURL ?? '')
  const path = '/api/portal/activations/00000000-0000-4000-8000-000000000000/deactivate'
  expect((await api.post(path)).status()).toBe(404)
  expect((await api.post('/api/portal/activations/no-id/deactivate')).status()).toBe(404)
  for (const origin of ['https://evil.example', 'null', '']) {
    const { status } = await fetch(`${baseURL ?? ''}${path}`, {
      headers: {
        Cookie: (await api.storageState()).cookies
          .map(({ name, value }) => `${name}=${value}`)
          .join('; '),
        ...(origin ? { Origin: origin } : {}),
      },
      method: 'POST',
    })
    expect(`${origin}: ${status}`).toBe(`${origin}: 403`)
  }
  const stranger = await request.newContext({
    baseURL,
    extraHTTPHeaders: { Origin: baseURL ?? '' },
  })
  expect((await stranger.post(path)).status()).toBe(401)
})

test('an administrator and a customer stay logged in side by side in one browser', async ({
  page,
}) => {
  const { admin, customer } = demo()
  await page.goto('/admin')
  await page.locator('#field-email').fill(admin.email)
  await page.locator('#field-password').fill(admin.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/admin\/?$/)
  await page.goto('/customer/login')
  await page.getByLabel('E-mail address').fill(customer.email)
  await page.getByLabel('Password', { exact: true }).fill(customer.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL('**/customer/dashboard')
  await page.goto('/admin/collections/licenses')
  await expect(page.getByRole('heading', { name: 'Licenses' })).toBeVisible()
  await page.goto('/customer/logout')
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL(/\/customer\/login/)
  await page.goto('/admin/collections/licenses')
  await expect(page.getByRole('heading', { name: 'Licenses' })).toBeVisible()
})
