import { expect, type Page } from '@playwright/test'

import { expectAccessible, expectAccessibleInEveryLook } from './axe'
import { linkIn } from './outbox'
import { test, untilInteractive } from './support'
import { freshEmail, logInByForm, next } from './visitors'

test.describe('account settings', () => {
  test('every tab is accessible, in the light and the dark, and fits a phone', async ({
    logIn,
    page,
    seller,
  }) => {
    await logIn(await seller.createCustomer())
    for (const tab of ['', '/email', '/security', '/sessions', '/history', '/data']) {
      await test.step(`settings${tab}`, async () => {
        await page.goto(`/customer/settings${tab}`)
        await expectAccessibleInEveryLook(page)
      })
    }
  })

  test('the address changes by a link to the new one; the old one is told', async ({
    logIn,
    page,
    seller,
  }) => {
    const account = await seller.createCustomer()
    const email = freshEmail()
    await logIn(account)
    await page.goto('/customer/settings/email')
    await untilInteractive(page)
    await page.getByLabel('New e-mail address').fill(email)
    await page.getByLabel('Current password').fill('not the password')
    await page.getByRole('button', { name: 'Change address' }).click()
    await expect(page.getByText('This is not your current password.').first()).toBeVisible()
    await page.getByLabel('Current password').fill(account.password)
    await page.getByRole('button', { name: 'Change address' }).click()
    await expect(page.getByText(`We sent a link to ${email}.`)).toBeVisible()
    await expect(page.getByText(`Waiting to be confirmed: ${email}`)).toBeVisible()
    const cancel = 'A change of your e-mail address was requested'
    await linkIn(account.email, cancel, 'change-email/cancel')
    await page.goto(await linkIn(email, 'Confirm your new e-mail address', 'change-email'))
    await page.getByRole('button', { name: 'Use this address' }).click()
    await expect(page.getByText('Your e-mail address is changed.')).toBeVisible()
    await page.goto('/customer/settings/email')
    await expect(page.locator('#portal-content').getByText(email)).toBeVisible()
  })

  test('a new password ends the other sessions; others can be ended one by one and all', async ({
    browser,
    logIn,
    page,
    seller,
  }) => {
    const account = await seller.createCustomer()
    await logIn(account)
    const others = []
    for (let count = 0; count < 3; count += 1) {
      const other = await browser.newPage({
        baseURL: new URL(page.url() || 'http://localhost').origin,
      })
      others.push(other)
    }
    const origin = new URL((await page.goto('/customer/dashboard'))?.url() ?? '').origin
    for (const other of others) {
      await other.goto(`${origin}/customer/login`)
      await other.getByLabel('E-mail address').fill(account.email)
      await other.getByLabel('Password', { exact: true }).fill(account.password)
      await other.getByRole('button', { name: 'Log in' }).click()
      await expect(other).toHaveURL(/dashboard/)
    }
    const isIn = async (other: Page) => {
      await other.goto(`${origin}/customer/dashboard`)
      return other.url().endsWith('/customer/dashboard')
    }
    await page.goto('/customer/settings/sessions')
    await untilInteractive(page)
    await expect(page.getByText('This browser')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Log out Chrome/ })).toHaveCount(3)
    await page
      .getByRole('button', { name: /^Log out Chrome/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: /^Log out Chrome/ })).toHaveCount(2)
    expect((await Promise.all(others.map(isIn))).filter(Boolean)).toHaveLength(2)

    await page.goto('/customer/settings/security')
    await untilInteractive(page)
    await page.getByLabel('Current password').first().fill(account.password)
    await page.getByLabel('New password').fill(next)
    await page.getByRole('button', { name: 'Change password' }).click()
    await expect(page.getByText('2 other sessions are ended')).toBeVisible()
    expect((await Promise.all(others.map(isIn))).filter(Boolean)).toEqual([])
    await page.goto('/customer/settings/history')
    await expect(page.getByText('Logged in').first()).toBeVisible()
    for (const other of others) await other.close()
  })

  test('a new browser is reported by mail, with a link that ends its session', async ({
    logIn,
    page,
    seller,
  }) => {
    const account = await seller.createCustomer()
    await logIn(account)
    const link = await linkIn(account.email, 'New sign-in to your account', 'end-session')
    const other = await page.context().browser()?.newPage()
    if (!other) throw new Error('There is no browser.')
    await other.goto(link)
    await other.getByRole('button', { name: 'End that session' }).click()
    await expect(other.getByText('The session is ended.')).toBeVisible()
    await page.goto('/customer/dashboard')
    await expect(page).toHaveURL(/\/customer\/login/)
    await other.close()
  })

  test('the data can be downloaded, and the account deleted for good', async ({
    logIn,
    page,
    seller,
  }) => {
    const account = await seller.createCustomer()
    await seller.createLicense({ customerId: account.clientId })
    await logIn(account)
    await page.goto('/customer/settings/data')
    await untilInteractive(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { exact: true, name: 'Download' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('my-data.json')
    const answer = await page.request.get('/customer/settings/data/export')
    const data = (await answer.json()) as { licenses: unknown[] }
    expect(data).toMatchObject({ account: { email: account.email } })
    expect(data.licenses).toHaveLength(1)
    expect(JSON.stringify(data)).not.toMatch(/hash|salt|secret|comments/i)

    await page.getByRole('button', { name: 'Delete account…' }).click()
    const dialog = page.getByRole('alertdialog')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Delete account…' }).click()
    await dialog.getByLabel('Current password').fill(account.password)
    await dialog.getByRole('button', { name: 'Delete for good' }).click()
    await expect(page.getByText('Your account is deleted')).toBeVisible()
    await logInByForm(page, account.email, account.password)
    await expect(page.getByText('The e-mail address or the password is wrong')).toBeVisible()
  })
})
