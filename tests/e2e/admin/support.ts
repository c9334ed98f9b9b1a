import { expect, type Page } from '@playwright/test'

import { demo } from '../../support/demo'
import { test as base } from '../portal/support'

/** Playwright's test with a page on which the demo's administrator is logged in. */
export const test = base.extend<{ admin: Page }>({
  admin: async ({ baseURL, page }, provide) => {
    const response = await page.request.post('/api/users/login', {
      data: demo().admin,
      headers: { Origin: baseURL ?? '' },
    })
    expect(response.status()).toBe(200)
    await provide(page)
  },
})

/** Confirms what a dialog of the panel asks. */
export const confirm = (page: Page, label: string): Promise<void> =>
  page.locator('.confirmation-modal').getByRole('button', { name: label }).click()

/** The id of a customer by the address. */
export async function customerId(page: Page, email: string): Promise<string> {
  const search = new URLSearchParams({ 'where[email][equals]': email })
  const found = await page.request.get(`/api/customers?${search}`, {
    headers: { Origin: new URL(page.url()).origin },
  })
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  return docs[0]?.id ?? ''
}
