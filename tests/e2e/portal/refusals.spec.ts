import { expect } from '@playwright/test'

import { demo } from '../../support/demo'
import { expectAccessible } from './axe'
import { test } from './support'

test('the page of a licence says why software was refused, and leads to what helps', async ({
  logIn,
  page,
  request,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const { code, id } = await seller.createLicense({
    customerId: customer.clientId,
    domains: ['*.example.com'],
    parallelUses: 1,
  })
  await seller.activate(code, 'https://one.example.com')
  for (const url of ['https://two.example.com', 'https://elsewhere.example.net']) {
    await request.post('/api/external/license/activate', {
      data: { license_code: code, product_id: 'LEDGERLINE' },
      headers: { 'X-API-KEY': demo().apiKeys.external, 'X-API-URL': url },
    })
  }
  await logIn(customer)
  await page.goto(`/customer/product-licenses/${id}`)
  const refusals = page.getByRole('region', { name: 'Why was I refused?' })
  const entries = refusals.getByRole('listitem')
  await expect(entries).toHaveCount(2)
  await expect(entries.first()).toContainText('This domain is not among the allowed ones')
  await expect(entries.first()).toContainText('elsewhere.example.net')
  await expect(entries.first().getByRole('link', { name: 'See the conditions' })).toHaveAttribute(
    'href',
    '#conditions',
  )
  await expectAccessible(page)
  await expect(entries.last()).toContainText('All slots were taken')
  await entries.last().getByRole('link', { name: 'Free a slot' }).click()
  await expect(page.getByRole('button', { name: 'Deactivate one.example.com' })).toBeVisible()
})

test('a licence that was never refused has no such part', async ({ logIn, page, seller }) => {
  const customer = await seller.createCustomer()
  const { id } = await seller.createLicense({ customerId: customer.clientId })
  await logIn(customer)
  await page.goto(`/customer/product-licenses/${id}`)
  await expect(page.getByRole('heading', { name: 'Activations of this license' })).toBeVisible()
  await expect(page.getByText('Why was I refused?')).toHaveCount(0)
})
