import { expect } from '@playwright/test'

import { demo } from '../../support/demo'
import { expectAccessible, expectAccessibleInEveryLook } from './axe'
import { linkIn } from './outbox'
import { loggedInThere, newPerson, signInWith, socialButton } from './socialLogin'
import { test } from './support'
import { watchViolations } from './violations'

/** Signing in with accounts of other providers. */

test.describe('the buttons', () => {
  for (const path of ['/customer/login', '/customer/register']) {
    test(`on ${path} name every provider that is set up, with its mark, in light and dark`, async ({
      page,
    }) => {
      await page.goto(path)
      for (const label of ['Envato', 'Google', 'Facebook', 'GitHub', 'Example Corp']) {
        await expect(socialButton(page, label)).toBeVisible()
        await expect(socialButton(page, label).locator('svg')).toBeVisible()
      }
      await expectAccessibleInEveryLook(page)
    })
  }

  test('are in German for those who read German', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'de-DE' })
    const page = await context.newPage()
    await page.goto('/customer/login')
    await expect(page.getByRole('link', { name: 'Mit Envato anmelden' })).toBeVisible()
    await context.close()
  })

  test('need no JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await loggedInThere(page, newPerson())
    await signInWith(page, 'Google')
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    await context.close()
  })
})

for (const label of ['Google', 'GitHub', 'Example Corp']) {
  test(`${label}: the first sign-in creates an account, the second opens it`, async ({ page }) => {
    const violations = watchViolations(page)
    const person = newPerson()
    await loggedInThere(page, person)
    await signInWith(page, label, '/customer/login?redirect=/customer/settings')
    await expect(page).toHaveURL(/\/customer\/settings$/)
    await expect(page.getByLabel('Name')).toHaveValue('Robin Example')

    await page.context().clearCookies({ name: 'lm-portal' })
    await signInWith(page, label, '/customer/register')
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    await page.goto('/customer/settings/history')
    await expect(page.getByRole('cell', { name: 'Other account' })).toHaveCount(2)
    expect(violations).toEqual([])
  })
}

for (const label of ['Envato', 'Facebook']) {
  test(`${label}: an address that it does not vouch for needs the mailed link, in this browser`, async ({
    browser,
    page,
  }) => {
    const person = newPerson()
    await loggedInThere(page, person)
    await signInWith(page, label)
    await expect(page.getByText('open the link in this browser')).toBeVisible()
    await expectAccessible(page)
    await page.goto('/customer/dashboard')
    await expect(page).toHaveURL(/\/customer\/login/)

    const subject = `Finish signing in with ${label}`
    const link = await linkIn(person.email ?? '', subject, 'confirm-sign-in')
    const elsewhere = await (await browser.newContext()).newPage()
    await elsewhere.goto(link)
    await expect(elsewhere.getByText('in the browser in which you signed in')).toBeVisible()
    await elsewhere.context().close()

    await page.goto(link)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    await page.context().clearCookies({ name: 'lm-portal' })
    await page.goto(link)
    await expect(page.getByText('expired or was used before')).toBeVisible()
    await signInWith(page, label)
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
  })
}

test('who refuses at the provider comes back and reads so', async ({ page }) => {
  await loggedInThere(page, newPerson({ denies: true }))
  await signInWith(page, 'GitHub')
  await expect(page.getByText('You cancelled at GitHub.')).toBeVisible()
})

test('an administrator who is logged in to the same browser stays logged in', async ({
  baseURL,
  page,
}) => {
  const login = await page.request.post('/api/users/login', {
    data: demo().admin,
    headers: { Origin: baseURL ?? '' },
  })
  expect(login.status()).toBe(200)
  await loggedInThere(page, newPerson())
  await signInWith(page, 'Google')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  const me = await page.request.get('/api/users/me', { headers: { Origin: baseURL ?? '' } })
  expect(((await me.json()) as { user: { email: string } }).user.email).toBe(demo().admin.email)
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/admin$/)
})
