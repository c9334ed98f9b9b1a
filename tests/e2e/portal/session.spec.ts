import { expect } from '@playwright/test'

import { demo } from '../../support/demo'
import { test } from './support'

test('/customer leads to the login and, afterwards, to the dashboard', async ({ page }) => {
  await page.goto('/customer')
  await expect(page).toHaveURL(/\/customer\/login/)
  await page.getByLabel('E-mail address').fill(demo().customer.email)
  await page.getByLabel('Password', { exact: true }).fill(demo().customer.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  await page.goto('/customer')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
})

test('the login leads back to the page that was asked for, search and all', async ({ page }) => {
  await page.goto('/customer/product-licenses?q=tide&show=active')
  await expect(page).toHaveURL(/\/customer\/login\?redirect=/)
  await page.getByLabel('E-mail address').fill(demo().customer.email)
  await page.getByLabel('Password', { exact: true }).fill(demo().customer.password)
  await page.getByLabel('Password', { exact: true }).press('Enter')
  await expect(page).toHaveURL(/\/customer\/product-licenses\?q=tide&show=active$/)
})

test('a login link cannot lead to another site', async ({ page }) => {
  for (const target of ['https://evil.example', '//evil.example', '/\\evil.example', '/admin']) {
    await page.context().clearCookies()
    await page.goto(`/customer/login?redirect=${encodeURIComponent(target)}`)
    await page.getByLabel('E-mail address').fill(demo().customer.email)
    await page.getByLabel('Password', { exact: true }).fill(demo().customer.password)
    await page.getByRole('button', { name: 'Log in' }).click()
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
  }
})

test('a wrong password is refused in words that do not say which part was wrong', async ({
  page,
}) => {
  await page.goto('/customer/login')
  for (const email of [demo().customer.email, 'nobody@example.com']) {
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password at all')
    await page.getByRole('button', { name: 'Log in' }).click()
    const alert = page.getByRole('alert').filter({ hasText: /./ }).first()
    await expect(alert).toHaveText(
      'The e-mail address or the password is wrong, or there were too many attempts. Check both, wait a few minutes, or set a new password.',
    )
    await expect(page.getByLabel('E-mail address')).toHaveValue(email)
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  }
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByText('Enter your e-mail address and your password.')).toBeVisible()
})

test('the logout page asks, and only its button ends the session', async ({
  logIn,
  page,
  seller,
}) => {
  await logIn(await seller.createCustomer())
  await page.goto('/customer/logout')
  await page.getByRole('link', { name: 'Stay logged in' }).click()
  await expect(page).toHaveURL(/\/customer\/dashboard$/)

  const cookies = await page.context().cookies()
  await page.goto('/customer/logout')
  await page.getByRole('button', { name: 'Log out' }).click()
  await expect(page).toHaveURL(/\/customer\/login/)
  await page.context().addCookies(cookies)
  await page.goto('/customer/dashboard')
  await expect(page).toHaveURL(/\/customer\/login/)
})

test('a page of a customer is never kept by caches', async ({ logIn, page }) => {
  await logIn(demo().customer)
  const response = await page.goto('/customer/product-licenses')
  expect(response?.headers()['cache-control']).toContain('no-store')
})

test('an administrator and a customer in one browser do not disturb each other', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer('Carla Customer')
  await page.goto('/admin')
  await page.locator('#field-email').fill(demo().admin.email)
  await page.locator('#field-password').fill(demo().admin.password)
  await page.locator('button[type=submit]').click()
  await expect(page.getByRole('heading', { name: 'License Manager' })).toBeVisible()
  await logIn(customer)
  await page.goto('/customer/settings')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Carla Customer')
  await page.goto('/admin/collections/licenses')
  await expect(page.getByRole('heading', { name: 'Licenses' })).toBeVisible()

  await page.goto('/customer/logout')
  await page.getByRole('main').getByRole('button', { name: 'Log out' }).click()
  await expect(page).toHaveURL(/\/customer\/login/)
  await page.goto('/admin/collections/licenses')
  await expect(page.getByRole('heading', { name: 'Licenses' })).toBeVisible()

  await logIn(customer)
  await page.goto('/admin/logout')
  await expect(page).toHaveURL(/\/admin\/(login|logout)/)
  await page.goto('/customer/settings')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Carla Customer')
})
