import { type Browser, expect, type Page } from '@playwright/test'

import { demo } from '../../support/demo'
import { live } from '../admin/support'
import { type Account, test } from './support'

/** What an administrator does with the buttons on a customer's page, and what the customer notices. */
test("an administrator's buttons confirm, log out, disable and enable a customer", async ({
  browser,
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer('Dora Disabled')
  await logIn(customer)
  const admin = await openCustomer(browser, customer)
  const state = admin.getByRole('list', { name: 'State of the account' })
  const press = (name: string) => admin.getByRole('button', { exact: true, name }).click()
  await expect(state).toHaveText(/Enabled.*E-mail confirmed.*No authenticator app/)

  await test.step('ending the sessions asks first, then logs the customer out', async () => {
    await press('End all sessions')
    await admin.getByRole('button', { name: 'Cancel' }).click()
    await page.goto('/customer/dashboard')
    await expect(page).toHaveURL(/dashboard/)
    await press('End all sessions')
    await confirm(admin, 'End all sessions')
    await expect(admin.getByText('1 session was ended.')).toBeVisible()
    await page.goto('/customer/dashboard')
    await expect(page).toHaveURL(/login/)
  })

  await test.step('a disabled customer cannot log in, and the page says so at once', async () => {
    await press('Disable account')
    await confirm(admin, 'Disable account')
    await expect(state).toContainText('Disabled')
    const { email, password } = customer
    const login = await page.request.post('/api/customers/login', {
      data: { email, password },
      headers: { Origin: new URL(page.url()).origin },
    })
    expect(login.status()).toBe(403)
    await expect(admin.getByRole('button', { name: 'Send reset mail' })).toHaveCount(0)
  })

  await test.step('enabled again, they can', async () => {
    await press('Enable account')
    await expect(state).toContainText('Enabled')
    await logIn(customer)
  })

  await test.step('an address is confirmed by hand, and saving the page keeps it confirmed', async () => {
    const confirmed = admin.locator('#field-confirmedAt')
    await confirmed.locator('.date-time-picker__clear-button').click()
    await admin.getByRole('button', { exact: true, name: 'Save' }).click()
    await expect(state).toContainText('E-mail not confirmed')
    await press('Confirm e-mail')
    await expect(state).toContainText('E-mail confirmed')
    await admin.locator('#field-name').fill('Dora Done')
    await expect(admin.getByRole('button', { name: 'Disable account' })).toBeDisabled()
    await admin.getByRole('button', { exact: true, name: 'Save' }).click()
    await expect(admin.getByText('Updated successfully.')).toBeVisible()
    await admin.reload()
    await expect(state).toContainText('E-mail confirmed')
  })
})

test('a reset mail lies in the outbox, which administrators read and nobody else', async ({
  browser,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer('Rita Reset')
  const admin = await openCustomer(browser, customer)
  await admin.getByRole('button', { exact: true, name: 'Send reset mail' }).click()
  await expect(admin.getByText(/gets a mail with a link/)).toBeVisible()

  const breaches: string[] = []
  admin.on('console', (message) => {
    if (/Content Security Policy|Refused/i.test(message.text())) breaches.push(message.text())
  })
  const mail = admin.getByRole('link', { name: customer.email })
  await expect(async () => {
    await admin.goto('/dev/outbox')
    await expect(mail).toBeVisible({ timeout: 1000 })
  }).toPass()
  await mail.click()
  await expect(admin.getByRole('link', { name: /reset-password\?token=/ }).first()).toBeVisible()
  const button = admin.frameLocator('iframe').getByRole('link', { name: 'Set a new password' })
  await expect(button).toBeVisible()
  // Styled as in a mail program: the page's own policy would take the style away.
  expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
    'rgba(0, 0, 0, 0)',
  )
  expect(breaches).toEqual([])

  const url = new URL(admin.url())
  for (const path of ['/dev/outbox', url.pathname + url.search, `/dev/outbox/html${url.search}`]) {
    expect((await page.request.get(path)).status(), path).toBe(404)
  }
  await page.goto('/dev/outbox')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
})

async function openCustomer(browser: Browser, { email }: Account): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto('/admin/login')
  const { admin } = demo()
  await live(page.getByRole('button', { name: 'Login' }))
  await page.getByLabel('Email').fill(admin.email)
  await page.getByLabel('Password').fill(admin.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(/\/admin\/?$/)
  const search = new URLSearchParams({ 'where[email][equals]': email })
  const found = await page.request.get(`/api/customers?${search}`, {
    headers: { Origin: new URL(page.url()).origin },
  })
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  await page.goto(`/admin/collections/customers/${docs[0]?.id}`)
  const account = page.getByRole('region', { name: 'Account' })
  await live(account.getByRole('button').first())
  return page
}

const confirm = (page: Page, label: string) =>
  page.locator('.confirmation-modal').getByRole('button', { name: label }).click()
