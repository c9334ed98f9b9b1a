import { expect } from '@playwright/test'

import { test } from './support'

test.describe('without JavaScript as with it', () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with' : 'without', () => {
      test.use({ javaScriptEnabled })

      test('a customer names an installation, and finds it by the name', async ({
        logIn,
        page,
        seller,
      }) => {
        const customer = await seller.createCustomer()
        const { code, id } = await seller.createLicense({ customerId: customer.clientId })
        await seller.activate(code, 'https://one.example.com')
        await logIn(customer)
        await page.goto('/customer/product-activations')
        await page.getByRole('link', { name: 'Name one.example.com' }).click()
        await expect(
          page.getByRole('heading', { name: 'What do you call one.example.com?' }),
        ).toBeVisible()
        await page.getByLabel('Name', { exact: true }).fill('x'.repeat(121))
        await page.getByRole('button', { name: 'Save' }).click()
        await expect(page.getByText('Use at most 120 characters.').first()).toBeVisible()
        await page.getByLabel('Name', { exact: true }).fill('  Laptop   of Anna ')
        await page.getByRole('button', { name: 'Save' }).click()
        await expect(page.getByText('The installation is called Laptop of Anna now.')).toBeVisible()

        await page.goto('/customer/product-activations?q=laptop')
        const row = page.getByRole('row').filter({ hasText: 'Laptop of Anna' })
        await expect(row).toContainText('one.example.com')
        await expect(row).toContainText('Production')
        await expect(row).toContainText('Last seen')

        await page.goto(`/customer/product-licenses/${id}`)
        await page.getByRole('link', { name: 'Name Laptop of Anna' }).click()
        await page.getByLabel('Name', { exact: true }).fill('')
        await page.getByRole('button', { name: 'Save' }).click()
        await expect(page.getByText('one.example.com has no name any more.')).toBeVisible()
        await expect(page).toHaveURL(new RegExp(`/product-licenses/${id}`))
      })
    })
  }
})

test("another customer's installation has no page to name it, and keeps its name", async ({
  logIn,
  page,
  seller,
}) => {
  const owner = await seller.createCustomer()
  const { code } = await seller.createLicense({ customerId: owner.clientId })
  await seller.activate(code, 'https://mine.example.com')
  await logIn(owner)
  await page.goto('/customer/product-activations')
  const link = page.getByRole('link', { name: 'Name mine.example.com' })
  const path = (await link.getAttribute('href')) ?? ''

  await page.context().clearCookies()
  const thief = await seller.createCustomer()
  const license = await seller.createLicense({ customerId: thief.clientId })
  await seller.activate(license.code, 'https://thief.example.com')
  await logIn(thief)
  expect((await page.goto(path))?.status()).toBe(404)
  await page.goto('/customer/product-activations')
  await page.getByRole('link', { name: 'Name thief.example.com' }).click()
  await page.locator('input[name=id]').evaluate(
    (input, value) => {
      ;(input as HTMLInputElement).value = value
    },
    path.split('/').at(-2) ?? '',
  )
  await page.getByLabel('Name', { exact: true }).fill('Stolen')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()

  await page.context().clearCookies()
  await logIn(owner)
  await page.goto('/customer/product-activations')
  await expect(link).toBeVisible()
})
