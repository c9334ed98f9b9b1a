import type { Page } from '@playwright/test'

/** A password that is good enough for a change. */
export const next = 'harpsichord under seven bridges'

/** An address that nobody has. */
export const freshEmail = () =>
  `stranger-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.com`

export async function logInByForm(page: Page, email: string, given: string): Promise<void> {
  await page.goto('/customer/login')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(given)
  await page.getByRole('button', { name: 'Log in' }).click()
}
