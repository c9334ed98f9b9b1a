import { expect, type Page } from '@playwright/test'

import { expectAccessible } from './axe'
import { mailsTo } from './outbox'
import { test } from './support'

const subject = 'Free a slot of your license for Ledgerline Invoicing'

/** Waits for the mail and returns the link in it. */
async function linkTo(address: string): Promise<string> {
  const find = () =>
    mailsTo(address)
      .filter((mail) => mail.subject === subject)
      .map(({ text }) => /https?:\/\/\S+\/customer\/free-slot\?token=[\w.-]+/.exec(text)?.[0])
      .at(-1)
  await expect(() => expect(find()).toBeTruthy()).toPass({ timeout: 20_000 })
  return find() ?? ''
}

async function ask(page: Page, code: string, email: string): Promise<void> {
  await page.goto('/customer/login')
  await page.getByRole('link', { name: /Lost a machine\?/ }).click()
  await page.getByLabel('License code').fill(code)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByText(`If the license belongs to ${email}, a link`)).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('whoever lost the machine frees its slots by a mailed link, until the month is used up', async ({
      page,
      seller,
    }) => {
      const { email } = await seller.createCustomer()
      const { code } = await seller.createLicense({ email })
      const names = ['one', 'two', 'three', 'four']
      for (const name of names) await seller.activate(code, `https://${name}.example.com`)
      await ask(page, code, email)
      await page.goto(await linkTo(email))
      for (const name of names.slice(0, 3)) {
        await page.getByRole('link', { name: `Deactivate ${name}.example.com` }).click()
        await page.getByRole('button', { exact: true, name: 'Deactivate' }).click()
        await expect(page.getByText('The installation is deactivated.')).toBeVisible()
      }
      await expect(page.getByText(/^The 3 slots that can be freed with a link/)).toBeVisible()
      await expect(page.getByRole('link', { name: /^Deactivate/ })).toHaveCount(0)
      await expect(page.getByText('four.example.com')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
}

test("an address that is not the holder's is answered alike and gets no mail", async ({
  page,
  seller,
}) => {
  const owner = await seller.createCustomer()
  const other = await seller.createCustomer()
  const { code } = await seller.createLicense({ customerId: owner.clientId })
  await ask(page, code, other.email)
  await ask(page, code, owner.email)
  await linkTo(owner.email)
  expect(mailsTo(other.email)).toEqual([])
})

test('an empty form says what is missing', async ({ page }) => {
  await page.goto('/customer/free-slot/request')
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByLabel('License code')).toHaveAccessibleDescription(
    'Enter the license code.',
  )
  await expectAccessible(page)
})
