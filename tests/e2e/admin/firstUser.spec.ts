import { expect, type Response, test } from '@playwright/test'

import { startEmptyServer } from '../../support/emptyServer'
import { live } from './support'

test('on an empty database the first administrator makes an account in the browser, and nobody a second one', async ({
  browser,
}) => {
  const server = await startEmptyServer()
  const context = await browser.newContext({ baseURL: server.url })
  try {
    const page = await context.newPage()
    const refused: string[] = []
    page.on('response', (response: Response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`)
    })
    await page.goto('/admin')
    await expect(page).toHaveURL('/admin/create-first-user')

    await (await live(page.locator('#field-email'))).fill('first@example.com')
    await page.locator('#field-password').fill('an administrator of few words')
    await page.locator('#field-confirm-password').fill('an administrator of few words')
    await page.getByRole('button', { name: 'Create' }).click()
    await expect(page).toHaveURL('/admin')
    await expect(page.getByRole('link', { name: 'Licenses' }).first()).toBeVisible()
    expect(refused).toEqual([])

    const stranger = await browser.newContext({ baseURL: server.url })
    const other = await stranger.newPage()
    await other.goto('/admin/create-first-user')
    await expect(other).toHaveURL(/\/admin\/login/)
    const second = await stranger.request.post('/api/users/first-register', {
      data: { email: 'second@example.com', password: 'an administrator of few words' },
      headers: { Origin: server.url },
    })
    expect(second.status()).toBe(403)
    await stranger.close()
  } finally {
    await context.close()
    await server.stop()
  }
})
