import assert from 'node:assert/strict'

import type { Page } from '@playwright/test'

import { confirm, live } from '../../support/adminPanel'
import { inChromium, see } from '../chromium'
import { customer, type Host, product } from './host'
import { account, logInStaff } from './staff'

/**
 * An administrator in a browser: every list of the admin panel, the customer's page with its tabs, a licence that is made from there and then
 * blocked. Nothing fails or complains in the browser, whatever the host calls its collections.
 */
export async function checkAdminPanel(host: Host): Promise<void> {
  const staff = await logInStaff(host.origin)
  const buyer = await staff.find(
    `/api/${host.slugs.customers}?where[email][equals]=${customer.email}`,
  )
  await inChromium(host.origin, async (page) => {
    await logIn(page)
    await checkLists(page, host)
    await checkTabs(page, `/admin/collections/${host.slugs.customers}/${String(buyer?.id)}`)
    await issueLicense(page, host)
    await blockLicense(page)
  })
}

async function logIn(page: Page): Promise<void> {
  await page.goto('/admin/login')
  await (await live(page.locator('#field-email'))).fill(account.email)
  await page.locator('#field-password').fill(account.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await see(page.getByText('License Manager').first()).toBeAttached()
  await see(page).toHaveURL(/\/admin$/)
}

/** Each link of the navigation opens a page. */
async function checkLists(page: Page, { slugs }: Host): Promise<void> {
  const links = page.locator('aside.nav a[href^="/admin/"]:not([href$="/logout"])')
  await see(links.first()).toBeAttached()
  const paths = await links.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')))
  for (const slug of Object.values(slugs)) {
    assert.ok(paths.includes(`/admin/collections/${slug}`), `${slug} in ${paths.join(' ')}`)
  }
  for (const path of new Set(paths)) await open(page, String(path))
}

/** The page of a customer and all of its tabs. */
async function checkTabs(page: Page, path: string): Promise<void> {
  await open(page, path)
  await see(page.locator('#field-email')).toHaveValue(customer.email)
  for (const tab of ['activations', 'activity', 'logins', 'mails', 'licenses']) {
    await open(page, `${path}/${tab}`)
    await see(page.locator('[data-records]')).toBeVisible()
  }
}

/** From the customer's page, as its tab of licences offers it. The new licence is opened from there. */
async function issueLicense(page: Page, { slugs }: Host): Promise<void> {
  const codes = page.locator(`[data-records] a[href^="/admin/collections/${slugs.licenses}/"]`)
  const before = await codes.count()
  await (await live(page.getByRole('button', { name: 'Issue a license' }))).click()
  const drawer = page.locator('.drawer--is-open')
  await see(drawer.locator('#field-customerId')).not.toHaveValue('')
  await (await live(drawer.locator('#field-product .rs__control'))).click()
  await drawer.locator('.rs__option', { hasText: product.name }).click()
  await drawer.getByRole('button', { exact: true, name: 'Save' }).click()
  await see(codes).toHaveCount(before + 1)
  const path = await codes.first().getAttribute('href')
  await open(page, String(path))
}

async function blockLicense(page: Page): Promise<void> {
  await see(page.locator('#field-code')).not.toHaveValue('')
  const actions = page.getByRole('region', { name: 'Actions for the license' })
  await (await live(actions.getByRole('button', { exact: true, name: 'Block' }))).click()
  await confirm(page, 'Block')
  await see(actions.getByRole('button', { name: 'Unblock' })).toBeVisible()
  await open(page, `${new URL(page.url()).pathname}/activations`)
  await see(page.locator('[data-records]')).toBeVisible()
}

async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(path)
  assert.equal(response?.status(), 200, path)
  // The page has its content, and its scripts have run: what they load and complain of comes by then.
  await see(page.getByRole('heading').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}
