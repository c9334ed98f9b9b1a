import { expect, type Page } from '@playwright/test'

import { demo } from '../../support/demo'
import { expectAccessible, expectAccessibleInEveryLook, looks, show } from './axe'
import { type Account, test, untilInteractive } from './support'

test.describe.configure({ mode: 'parallel' })

test('no page before the login has faults that axe finds', async ({ page }) => {
  await page.goto('/customer/login')
  await expectPageAccessible(page)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByText('Enter your e-mail address and your password.')).toBeVisible()
  await expectPageAccessible(page)
  for (const path of entryPaths) {
    await test.step(path, async () => {
      await page.goto(path)
      await expectPageAccessible(page)
    })
  }
})

test('no page after it has any', async ({ logIn, page }) => {
  await logIn(demo().customer)
  for (const path of await pathsOf(page)) {
    await test.step(path, async () => {
      await page.goto(path)
      await expectPageAccessible(page)
    })
  }
})

for (const look of looks) {
  test(`dialog and menu have none either, ${look.colorScheme}, ${look.width} px`, async ({
    logIn,
    page,
  }) => {
    await show(page, look)
    await logIn(demo().customer)
    await page.goto('/customer/product-activations?show=active')
    await untilInteractive(page)
    await page
      .getByRole('button', { name: /^Deactivate / })
      .first()
      .click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Account menu/ }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expectAccessible(page)
  })
}

test('an account without anything has no faults', async ({ logIn, page, seller }) => {
  const customer: Account = await seller.createCustomer('Nora None')
  await logIn(customer)
  for (const path of ['dashboard', 'product-licenses', 'product-activations']) {
    await page.goto(`/customer/${path}`)
    await expect(page.getByText(/No (licenses|activations) yet/)).toBeVisible()
    await expectPageAccessible(page)
  }
})

test('keyboard: the skip link leads past the navigation', async ({ logIn, page }) => {
  await logIn(demo().customer)
  await page.goto('/customer/settings')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()
})

test('the navigation tells where one is', async ({ logIn, page }) => {
  await logIn(demo().customer)
  await page.goto('/customer/product-licenses')
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect(links.and(page.locator('[aria-current=page]'))).toHaveText('Licenses')
  await page.getByRole('rowgroup').last().getByRole('link').first().click()
  await page.waitForURL(/product-licenses\/[\da-f-]{36}/)
  await expect(links.and(page.locator('[aria-current=true]'))).toHaveText('Licenses')
})

const entryPaths = [
  '/customer/register',
  '/customer/forgot-password',
  '/customer/confirm-email/resend',
  '/customer/confirm-email?token=unknown',
  '/customer/reset-password?token=unknown',
  '/customer/invitation?token=unknown',
  '/customer/change-email?token=unknown',
  '/customer/end-session?token=unknown',
  '/customer/account-deleted',
  '/customer/free-slot/request',
  '/customer/free-slot?token=unknown',
]

async function pathsOf(page: Page): Promise<string[]> {
  await page.goto('/customer/product-licenses')
  const license = page.getByRole('rowgroup').last().getByRole('link').first()
  const licensePath = (await license.getAttribute('href')) ?? ''
  await page.goto('/customer/product-activations?show=active')
  const form = page.locator('form[action$="/deactivate"]').first()
  const deactivatePath = (await form.getAttribute('action')) ?? ''
  const naming = page.locator('main a[href*="/name"]').first()
  const namePath = (await naming.getAttribute('href')) ?? ''
  return [
    '/customer/dashboard',
    '/customer/product-licenses',
    '/customer/product-licenses?q=nothing-like-this',
    licensePath,
    '/customer/product-activations',
    '/customer/product-activations?page=2',
    deactivatePath,
    namePath,
    '/customer/settings',
    '/customer/logout',
    '/customer/nowhere',
  ]
}

async function expectPageAccessible(page: Page): Promise<void> {
  // The title of a page that is not found comes after its body.
  await untilInteractive(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessibleInEveryLook(page)
}
