import { expect } from '@playwright/test'

import { test, untilInteractive } from './support'

test('an installation is deactivated after a question, and the page says so', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const { code } = await seller.createLicense({ customerId: customer.clientId, parallelUses: 2 })
  await seller.activate(code, 'https://one.example.com')
  await seller.activate(code, 'https://two.example.com')
  await logIn(customer)
  await page.goto('/customer/product-activations')
  await untilInteractive(page)
  const ask = page.getByRole('button', { name: 'Deactivate one.example.com' })

  await ask.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Deactivate one.example.com?' })
  await expect(dialog).toBeVisible()
  await expect(dialog).toHaveAccessibleDescription(/undo this from the software: activate it again/)
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(ask).toBeFocused()

  await ask.click()
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  const said = page.getByText(/^one\.example\.com is deactivated and its slot is free\./)
  await expect(said).toBeVisible()
  await expect(page.getByRole('status').filter({ has: said })).toBeFocused()
  await expect(page.getByRole('row').filter({ hasText: 'one.example.com' })).toContainText(
    'Deactivated',
  )
  await expect(ask).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Deactivate two.example.com' })).toBeVisible()
  await page.goto('/customer/product-licenses')
  await expect(page.getByText('1 of 2 used')).toBeVisible()
})

test('the software undoes it by activating again', async ({ logIn, page, seller }) => {
  const customer = await seller.createCustomer()
  const { code, id } = await seller.createLicense({
    customerId: customer.clientId,
    parallelUses: 1,
  })
  await seller.activate(code, 'https://again.example.com')
  await logIn(customer)
  await page.goto(`/customer/product-licenses/${id}`)
  await untilInteractive(page)
  await page.getByRole('button', { name: 'Deactivate again.example.com' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText('0 of 1 used')).toBeVisible()
  await seller.activate(code, 'https://again.example.com')
  await page.reload()
  await expect(page.getByText('1 of 1 used')).toBeVisible()
})

test('the list is searched by domain and product, filtered and ordered', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const { code, id } = await seller.createLicense({ customerId: customer.clientId })
  for (const name of ['beta', 'alpha', 'gamma']) {
    await seller.activate(code, `https://${name}.example.com/path`)
  }
  await logIn(customer)
  const installations = page.getByRole('rowgroup').last().getByRole('row')

  await page.goto('/customer/product-activations?q=ALPHA.example')
  await expect(installations).toHaveCount(1)
  await page.goto('/customer/product-activations?q=ledgerline')
  await expect(installations).toHaveCount(3)
  await page.goto('/customer/product-activations?sort=domain')
  await expect(installations.first()).toContainText('alpha.example.com')
  await expect(installations.first()).toContainText('https://alpha.example.com/path')
  await page.goto('/customer/product-activations?show=inactive')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.goto(`/customer/product-activations?license=${id}&sort=oldest`)
  await expect(installations.first()).toContainText('beta.example.com')
  await expect(page.getByText(`Only of the license ending in ${code.slice(-4)}`)).toBeVisible()
  await page.getByRole('link', { name: 'Show all' }).click()
  await expect(page).toHaveURL(/\/product-activations\?sort=oldest$/)
})

test("another customer's activation cannot be found or ended", async ({ logIn, page, seller }) => {
  const owner = await seller.createCustomer()
  const { code } = await seller.createLicense({ customerId: owner.clientId })
  await seller.activate(code, 'https://mine.example.com')
  await logIn(owner)
  await page.goto('/customer/product-activations')
  const form = page.locator('form[action$="/deactivate"]')
  const path = (await form.getAttribute('action')) ?? ''
  const id = path.split('/').at(-2) ?? ''

  await page.context().clearCookies()
  const thief = await seller.createCustomer()
  const license = await seller.createLicense({ customerId: thief.clientId })
  await seller.activate(license.code, 'https://thief.example.com')
  await logIn(thief)
  expect((await page.goto(path))?.status()).toBe(404)
  await page.goto('/customer/product-activations')
  await untilInteractive(page)
  await page.getByRole('button', { name: /^Deactivate thief/ }).click()
  await page.locator('dialog input[name=id]').evaluate((input, value) => {
    ;(input as HTMLInputElement).value = value
  }, id)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText(/This activation is not there any more/)).toBeVisible()

  await page.context().clearCookies()
  await logIn(owner)
  await page.goto('/customer/product-activations')
  await expect(page.getByRole('button', { name: /^Deactivate mine/ })).toBeVisible()
})
