import { randomUUID } from 'node:crypto'

import { expect } from '@playwright/test'

import { expectAccessible } from './axe'
import { linkIn, mailsTo } from './outbox'
import { loggedInThere, newPerson, signInWith } from './socialLogin'
import { addAuthenticator, test, untilInteractive } from './support'
import { watchViolations } from './violations'

/** What customers do with accounts of other providers once they are in. */

test('an account is connected in the settings, used, and disconnected', async ({
  logIn,
  page,
  seller,
}) => {
  const violations = watchViolations(page)
  const account = await seller.createCustomer()
  const person = newPerson({ isVerified: false })
  await loggedInThere(page, person)
  await logIn(account)
  await page.goto('/customer/settings/connected')
  await untilInteractive(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Connect Facebook' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect Facebook' })
  await dialog.getByLabel('Current password').fill('not the password')
  await dialog.getByRole('button', { name: 'Continue to Facebook' }).click()
  await expect(dialog.getByText('This is not your current password.').first()).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Current password').fill(account.password)
  await dialog.getByRole('button', { name: 'Continue to Facebook' }).click()
  await expect(page.getByText('Your Facebook account is connected.')).toBeVisible()
  await expect(page.getByText(person.email ?? '')).toBeVisible()
  await expectAccessible(page)

  await page.context().clearCookies({ name: 'lm-portal' })
  await signInWith(page, 'Facebook')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)

  await page.goto('/customer/settings/connected')
  await untilInteractive(page)
  await page.getByRole('button', { name: 'Disconnect Facebook' }).click()
  const question = page.getByRole('dialog', { name: /Disconnect Facebook\?/ })
  await question.getByLabel('Current password').fill(account.password)
  await question.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByRole('button', { name: 'Connect Facebook' })).toBeVisible()
  const changes = () =>
    mailsTo(account.email).filter(
      ({ subject }) => subject === 'The security of your account was changed',
    ).length
  await expect.poll(changes, { timeout: 20_000 }).toBe(2)
  expect(violations).toEqual([])
})

test('the last way to sign in stays, and says so', async ({ page }) => {
  await loggedInThere(page, newPerson())
  await signInWith(page, 'Google')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  await page.goto('/customer/settings/connected')
  await untilInteractive(page)
  await page.getByRole('button', { name: 'Disconnect Google' }).click()
  const question = page.getByRole('dialog', { name: /Disconnect Google\?/ })
  await question.getByRole('button', { name: 'Disconnect' }).click()
  await expect(question.getByText('This is your only way to sign in.').first()).toBeVisible()
})

test('a passkey of somebody without a password is added and removed without one', async ({
  page,
}) => {
  await loggedInThere(page, newPerson())
  await signInWith(page, 'Google')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  await addAuthenticator(page)
  await page.goto('/customer/settings/security')
  await untilInteractive(page)
  await page.getByLabel('Name of the passkey').fill('Test device')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove Test device' }).click()
  const question = page.getByRole('dialog', { name: /^Remove Test device\?/ })
  await expect(question).toBeVisible()
  await expect(question).not.toContainText(/password/i)
  await expect(question.locator('input:not([type=hidden])')).toHaveCount(0)
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('No passkeys yet.')).toBeVisible()
})

test('purchases at Envato become licenses after the sign-in, and by the button', async ({
  page,
  seller,
}) => {
  const [one, two] = [randomUUID(), randomUUID()]
  await seller.setEnvatoId('424242')
  const buyer = newPerson({
    purchases: [{ code: one, item: 424242, supportedUntil: '2031-01-01T00:00:00Z' }],
  })
  await loggedInThere(page, buyer)
  await signInWith(page, 'Envato')
  const subject = 'Finish signing in with Envato'
  await page.goto(await linkIn(buyer.email ?? '', subject, 'confirm-sign-in'))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  const licenseEnding = (code: string) => page.getByText(`ending in ${code.slice(-4)}`).first()
  await expect(async () => {
    await page.goto('/customer/product-licenses')
    await expect(licenseEnding(one)).toBeAttached({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })

  await loggedInThere(page, {
    ...buyer,
    purchases: [...(buyer.purchases ?? []), { code: two, item: 424242 }],
  })
  await page.goto('/customer/settings/connected')
  await untilInteractive(page)
  await expect(page.getByText(/Last read .*: 1 license added\./)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Read purchases again' }).click()
  await expect(page.getByText('Your purchases at Envato are being read.')).toBeVisible()
  await expect(async () => {
    await page.goto('/customer/product-licenses')
    await expect(licenseEnding(two)).toBeAttached({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
})
