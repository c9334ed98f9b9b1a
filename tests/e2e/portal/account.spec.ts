import { expect } from '@playwright/test'

import { expectAccessible } from './axe'
import { linkIn, mailsTo } from './outbox'
import { test, untilInteractive } from './support'
import { freshEmail, logInByForm, next } from './visitors'

/** Everything between a stranger and their portal, as they do it. */
const password = 'umbrella turnip cathedral 42'

test('a stranger registers, confirms the address, logs in, resets the password and looks at the account', async ({
  browser,
  page,
}) => {
  const email = freshEmail()
  await page.goto('/customer/login')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(page).toHaveURL(/\/customer\/register$/)
  await untilInteractive(page)
  await expectAccessible(page)
  await page.getByLabel('Name').fill('Sam Stranger')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('password12345678')
  await expect(page.getByText('Very weak')).toBeVisible()
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('This password is easy to guess.')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await expect(page.getByText('Strength: Strong')).toBeVisible()
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText(`We sent a mail to ${email}.`)).toBeVisible()

  // The account is there when its mail is.
  const link = await linkIn(email, 'Confirm your e-mail address', 'confirm-email')
  await logInByForm(page, email, password)
  await expect(page.getByText('Confirm your e-mail address first')).toBeVisible()

  // What a scanner of mails does.
  for (let scan = 0; scan < 3; scan += 1) expect((await page.request.get(link)).status()).toBe(200)
  await page.goto(link)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Confirm address' }).click()
  await expect(page.getByText('Your address is confirmed.')).toBeVisible()
  await page.goto(link)
  await expect(page.getByText('This link was used.')).toBeVisible()

  await page.goto('/customer/product-licenses')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Remember me').check()
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page).toHaveURL(/\/customer\/product-licenses$/)
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name === 'lm-portal')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(session?.expires).toBeGreaterThan(Date.now() / 1000 + 50 * 24 * 3600)

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(new URL('/customer/forgot-password', page.url()).href)
  await expectAccessible(other)
  await other.getByLabel('E-mail address').fill(email)
  await other.getByRole('button', { name: 'Send link' }).click()
  await expect(other.getByText(`If ${email} has an account`)).toBeVisible()
  await other.goto(await linkIn(email, 'Set a new password', 'reset-password'))
  await expectAccessible(other)
  await other.getByLabel('New password').fill(next)
  await other.getByRole('button', { name: 'Save password' }).click()
  await expect(other.getByText('Your password is changed')).toBeVisible()
  await page.reload()
  await expect(page).toHaveURL(/\/customer\/login/)
  await expect(() =>
    expect(mailsTo(email).map(({ subject }) => subject)).toContain('Your password was changed'),
  ).toPass()

  await logInByForm(other, email, next)
  await expect(other).toHaveURL(/\/customer\/dashboard$/)
  await elsewhere.close()
})

test('somebody else’s registration with my address can be removed from the mail', async ({
  page,
}) => {
  const email = freshEmail()
  await page.goto('/customer/register')
  await untilInteractive(page)
  await page.getByLabel('Name').fill('Mallory')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText(`We sent a mail to ${email}.`)).toBeVisible()
  await page.goto(await linkIn(email, 'Confirm your e-mail address', 'confirm-email'))
  await page.getByRole('button', { name: 'I did not register' }).click()
  await expect(page.getByText('The account is removed.')).toBeVisible()
  await logInByForm(page, email, password)
  await expect(page.getByText('The e-mail address or the password is wrong')).toBeVisible()
})
