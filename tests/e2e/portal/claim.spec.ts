import { expect } from '@playwright/test'

import { expectAccessible } from './axe'
import { mailsTo } from './outbox'
import { test } from './support'

test.describe('adding a licence by its code', () => {
  test.describe.configure({ mode: 'serial' })

  test.beforeEach(async ({ seller }) => seller.saveSettings({ allowClaiming: true }))
  test.afterAll(async ({ seller }) => seller.saveSettings({ allowClaiming: false }))

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled })

      test('one without an owner is in the account, which is told', async ({
        logIn,
        page,
        seller,
      }) => {
        const customer = await seller.createCustomer()
        const { code, id } = await seller.createLicense({})
        await logIn(customer)
        await page.goto('/customer/product-licenses')
        await page.getByRole('link', { name: 'Add a license' }).click()
        await page.getByLabel('License code').fill('NOBODY-HAS-THIS')
        await page.getByRole('button', { name: 'Add license' }).click()
        await expect(page.getByText(/^There is no license with this code/).first()).toBeVisible()
        if (javaScriptEnabled) await expectAccessible(page)
        await page.getByLabel('License code').fill(code)
        await page.getByRole('button', { name: 'Add license' }).click()
        await expect(page.getByText('The license is in your account now.')).toBeVisible()
        await expect(page).toHaveURL(new RegExp(`/product-licenses/${id}`))
        await expect(() => {
          const subjects = mailsTo(customer.email).map((mail) => mail.subject)
          expect(subjects).toContain('A license was added to your account')
        }).toPass({ timeout: 20_000 })
      })
    })
  }

  test("somebody else's is answered as an unknown code, and they are told", async ({
    logIn,
    page,
    seller,
  }) => {
    const [owner, thief] = [await seller.createCustomer(), await seller.createCustomer()]
    const { code, id } = await seller.createLicense({ customerId: owner.clientId })
    await logIn(thief)
    await page.goto('/customer/product-licenses/add')
    await page.getByLabel('License code').fill(code)
    await page.getByRole('button', { name: 'Add license' }).click()
    await expect(page.getByText(/^There is no license with this code/).first()).toBeVisible()
    expect((await page.goto(`/customer/product-licenses/${id}`))?.status()).toBe(404)
    await expect(() => {
      const subjects = mailsTo(owner.email).map((mail) => mail.subject)
      expect(subjects).toEqual(['Somebody tried to take your license for Ledgerline Invoicing'])
    }).toPass({ timeout: 20_000 })
  })

  test('who has not confirmed the address is asked to do that first', async ({
    logIn,
    page,
    seller,
  }) => {
    const customer = await seller.createCustomer()
    await logIn(customer)
    await seller.forgetConfirmation(customer)
    await page.goto('/customer/product-licenses/add')
    await expect(page.getByText('Confirm your e-mail address first.')).toBeVisible()
    await expect(page.getByLabel('License code')).toHaveCount(0)
  })

  test('switched off, the page is 404 and so is what was sent from it', async ({
    logIn,
    page,
    seller,
  }) => {
    await logIn(await seller.createCustomer())
    await page.goto('/customer/product-licenses/add')
    await page.getByLabel('License code').fill('NOBODY-HAS-THIS')
    await seller.saveSettings({ allowClaiming: false })
    await page.getByRole('button', { name: 'Add license' }).click()
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    expect((await page.goto('/customer/product-licenses/add'))?.status()).toBe(404)
    await page.goto('/customer/product-licenses')
    await expect(page.getByRole('link', { name: 'Add a license' })).toHaveCount(0)
  })
})
