import { type Cookie, expect, type Page, request } from '@playwright/test'

import { confirm, live } from '../../support/adminPanel'
import { demo } from '../../support/demo'
import { test as base } from '../portal/support'

export { confirm, live }

/** Playwright's test with a page on which the demo's administrator is logged in. */
export const test = base.extend<{ admin: Page }, { adminCookies: Cookie[] }>({
  admin: async ({ adminCookies, page }, provide, testInfo) => {
    // The panel is some megabytes of scripts, and nearly every step opens a page of it.
    testInfo.setTimeout(testInfo.timeout * 2)
    await page.context().addCookies(adminCookies)
    await provide(page)
  },
  adminCookies: [
    async ({ browser: _ }, provide, { project }) => {
      const baseURL = project.use.baseURL ?? ''
      const api = await request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL } })
      const login = await api.post('/api/users/login', { data: demo().admin })
      expect(login.status()).toBe(200)
      const { cookies } = await api.storageState()
      await api.dispose()
      await provide(cookies)
    },
    { scope: 'worker' },
  ],
})

/** Opens a list as it is filtered by a word. Payload restores what the administrator looked at last, and may do so in between. */
export async function openList(
  page: Page,
  list: string,
  word: string,
  shown: number,
): Promise<void> {
  await expect(async () => {
    await page.goto(`${list}?search=${encodeURIComponent(word)}`)
    await expect(page.locator('tbody tr')).toHaveCount(shown, { timeout: 5000 })
    await live(page.getByRole('checkbox').first())
    await expect(page).toHaveURL((url) => url.searchParams.get('search') === word, {
      timeout: 1000,
    })
    await expect(page.locator('tbody tr')).toHaveCount(shown, { timeout: 1000 })
  }).toPass()
}

/** The id of a customer by the address. */
export async function customerId(page: Page, email: string): Promise<string> {
  const search = new URLSearchParams({ 'where[email][equals]': email })
  const found = await page.request.get(`/api/customers?${search}`, {
    headers: { Origin: new URL(page.url()).origin },
  })
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  return docs[0]?.id ?? ''
}
