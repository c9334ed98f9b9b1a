import { randomUUID } from 'node:crypto'

import { expect } from '@playwright/test'

import { linkIn } from './outbox'
import { loggedInThere, newPerson, signInWith, socialButton } from './socialLogin'
import { test, untilInteractive } from './support'

/** Attacks by signing in with accounts of other providers, in real browsers. */
test('a forged callback signs nobody in', async ({ baseURL, browser, page }) => {
  const attacker = await (await browser.newContext()).newPage()
  await loggedInThere(attacker, newPerson())
  // By hand, so that the attacker's browser does not use the callback up.
  let callback = new URL('/api/auth/google', baseURL).href
  while (!callback.includes('/api/auth/google/callback')) {
    const { location = '' } = (await attacker.request.get(callback, { maxRedirects: 0 })).headers()
    expect(location).not.toBe('')
    callback = new URL(location, callback).href
  }
  expect(callback).toContain('code=')
  await attacker.context().close()

  await page.goto(callback)
  await expect(page.getByText('This sign-in was not begun in this browser')).toBeVisible()
  await page.goto('/customer/dashboard')
  await expect(page).toHaveURL(/\/customer\/login/)
})

test.describe('what an attacker prepared before the victim came', () => {
  test('classic-federated merge: the password of the attacker opens nothing any more', async ({
    baseURL,
    page,
    seller,
  }) => {
    const account = await seller.createUnconfirmed()
    await loggedInThere(page, newPerson({ email: account.email }))
    await signInWith(page, 'Google')
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    const login = await page.request.post('/api/customers/login', {
      data: { email: account.email, password: account.password },
      headers: { Origin: baseURL ?? '' },
    })
    expect(login.status()).toBe(401)
  })

  test('unexpired session and trojan identifier: a session and an account that the attacker connected are out', async ({
    browser,
    logIn,
    page,
    seller,
  }) => {
    // The attacker got in while the address was confirmed by an administrator's mistake.
    const account = await seller.createCustomer()
    const attacker = page
    await loggedInThere(attacker, newPerson({ isVerified: false }))
    await logIn(account)
    await attacker.goto('/customer/settings/connected')
    await untilInteractive(attacker)
    await attacker.getByRole('button', { name: 'Connect GitHub' }).click()
    const dialog = attacker.getByRole('dialog', { name: 'Connect GitHub' })
    await dialog.getByLabel('Current password').fill(account.password)
    await dialog.getByRole('button', { name: 'Continue to GitHub' }).click()
    await expect(attacker.getByText('Your GitHub account is connected.')).toBeVisible()
    await seller.forgetConfirmation(account)

    const victim = await (await browser.newContext()).newPage()
    await loggedInThere(victim, newPerson({ email: account.email }))
    await signInWith(victim, 'Google')
    await expect(victim).toHaveURL(/\/customer\/dashboard$/)
    await victim.goto('/customer/settings/connected')
    await untilInteractive(victim)
    await expect(victim.getByRole('button', { name: 'Connect GitHub' })).toBeVisible()
    await victim.context().close()

    await attacker.goto('/customer/dashboard')
    await expect(attacker).toHaveURL(/\/customer\/login/)
    await socialButton(attacker, 'GitHub').click()
    await expect(attacker.getByText('open the link in this browser')).toBeVisible()
  })

  test('unexpired email change: the link that the attacker kept changes nothing', async ({
    browser,
    logIn,
    page,
    seller,
  }) => {
    const account = await seller.createCustomer()
    const mine = `attacker-${randomUUID()}@example.com`
    await logIn(account)
    await page.goto('/customer/settings/email')
    await untilInteractive(page)
    await page.getByLabel('New e-mail address').fill(mine)
    await page.getByLabel('Current password').fill(account.password)
    await page.getByRole('button', { name: 'Change address' }).click()
    const link = await linkIn(mine, 'Confirm your new e-mail address', 'change-email')
    await seller.forgetConfirmation(account)

    const victim = await (await browser.newContext()).newPage()
    await loggedInThere(victim, newPerson({ email: account.email }))
    await signInWith(victim, 'Google')
    await expect(victim).toHaveURL(/\/customer\/dashboard$/)

    await page.goto(link)
    await expect(page.getByRole('button', { name: 'Use this address' })).toBeHidden()
    await victim.goto('/customer/settings/email')
    await expect(victim.locator('#portal-content').getByText(account.email)).toBeVisible()
    await victim.context().close()
  })

  test('non-verifying provider: the attacker who claims the address there has no account', async ({
    browser,
    page,
  }) => {
    const victim = newPerson()
    await loggedInThere(page, newPerson({ email: victim.email }))
    await signInWith(page, 'Envato')
    await expect(page.getByText('open the link in this browser')).toBeVisible()
    const own = await (await browser.newContext()).newPage()
    await loggedInThere(own, victim)
    await signInWith(own, 'Google')
    await expect(own).toHaveURL(/\/customer\/dashboard$/)
    await own.context().close()
    await signInWith(page, 'Envato')
    await expect(page.getByText('open the link in this browser')).toBeVisible()
    await page.goto('/customer/dashboard')
    await expect(page).toHaveURL(/\/customer\/login/)
  })
})
