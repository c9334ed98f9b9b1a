import { expect } from '@playwright/test'

import { expectAccessible } from '../portal/axe'
import { mailsTo } from '../portal/outbox'
import { live, test } from './support'

test('a licence is sent after a look at the mail, in the words of the administrator', async ({
  admin: page,
  seller,
}) => {
  const customer = await seller.createCustomer('Della Delivery')
  const license = await seller.createLicense({ customerId: customer.clientId })
  await page.goto(`/admin/collections/licenses/${license.id}`)
  await (await live(page.getByRole('button', { name: 'Send by e-mail' }))).click()
  const drawer = page.getByRole('dialog')
  // By role: a field's label holds the field's own text as well.
  const field = (name: string) => drawer.getByRole('textbox', { exact: true, name })
  await expect(field('To')).toHaveValue(customer.email)
  await expect(drawer.frameLocator('iframe').getByText(license.code)).toBeVisible()
  await field('Subject').fill('Welcome aboard')
  await drawer.getByRole('button', { name: 'Update the preview' }).click()
  await expectAccessible(page, '.drawer__content')
  await drawer.getByRole('button', { exact: true, name: 'Send' }).click()
  await expect(page.getByText('The mail is on its way.')).toBeVisible()
  await expect(() => {
    const mail = mailsTo(customer.email).find(({ subject }) => subject === 'Welcome aboard')
    expect(mail?.text).toContain(license.code)
  }).toPass({ timeout: 20_000 })
})

test('every template is shown in the settings and can be sent to oneself', async ({
  admin: page,
}) => {
  await page.goto('/admin/globals/settings')
  await (await live(page.getByRole('button', { exact: true, name: 'Mails' }))).click()
  const section = page.getByRole('region', { name: 'Templates' })
  await section.getByLabel('Template').selectOption('License expires')
  await section.getByLabel('Language').selectOption('German')
  await expect(section.getByText(/Ihre Lizenz für Example läuft in 30 Tagen ab/)).toBeVisible()
  await expectAccessible(page, 'section[aria-label="Templates"]')
  await section.getByRole('button', { name: 'Send an example to me' }).click()
  await expect(page.getByText(/The example was sent to/)).toBeVisible()
})
