import { readFile } from 'node:fs/promises'

import { expect, type Page } from '@playwright/test'

import { demo } from '../../support/demo'
import { expectAccessible } from '../portal/axe'
import { mailsTo } from '../portal/outbox'
import { confirm, customerId, test } from './support'

const address = '/admin/imports'

/** A file of customers of this run: good ones, one with an error, and one that is there twice. */
function customersFile(run: string) {
  const email = (name: string) => `${name}-${run}@example.com`
  const lines = [
    'Kundennummer;Name;E-Mail;Sprache',
    `I-${run}-1;Ines Import;${email('ines')};de`,
    `I-${run}-2;Ivo Import;${email('ivo')};en`,
    `;Nobody;not an address;en`,
    `;Ines Again;${email('ines')};de`,
  ]
  return { buffer: Buffer.from(lines.join('\r\n')), email }
}

async function upload(page: Page, name: string, buffer: Buffer, kind = 'Customers'): Promise<void> {
  await page.goto(address)
  const form = page.locator('details form')
  if (!(await form.isVisible())) await page.getByText('New import').click()
  await form.getByLabel('What does the file hold?').selectOption(kind)
  await form
    .getByLabel('File', { exact: true })
    .setInputFiles({ buffer, mimeType: 'text/csv', name })
  await form.getByRole('button', { name: 'Upload' }).click()
  await page.waitForURL(/\/admin\/imports\/[\da-f-]{36}$/)
}

const run = () => `${Date.now()}${Math.floor(Math.random() * 1000)}`

test('customers are imported from a file with errors: columns, check, question, progress, result', async ({
  admin: page,
}) => {
  test.setTimeout(180_000)
  const name = run()
  const { buffer, email } = customersFile(name)
  await page.goto('/admin')
  await expect(async () => {
    const link = page.locator('#nav-imports')
    const isClosed = await link.evaluate((element) => element.closest('[inert]') !== null)
    if (isClosed) await page.locator('.nav-toggler').first().click()
    await link.click({ timeout: 2000 })
  }).toPass()
  await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible()
  await upload(page, `customers-${name}.csv`, buffer)

  await test.step('the columns are guessed, and the first rows show what would become of them', async () => {
    await expect(page.getByLabel('Client ID', { exact: true })).toHaveValue('0')
    await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('2')
    const preview = page.getByRole('region', { name: 'The first rows' }).last()
    await expect(preview.getByText('E-mail: this is not an e-mail address.')).toBeVisible()
    await expect(preview.locator('tr[data-outcome=created]')).toHaveCount(2)
    await expectAccessible(page, '[data-import]')
  })

  await test.step('a check finds the errors and writes nothing', async () => {
    await page.getByRole('checkbox', { name: 'Invite new customers' }).check()
    await page.getByRole('button', { name: 'Check all rows' }).click()
    await expect(page.getByText('Nothing has been imported yet.')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('2 created')).toBeVisible()
    await expect(page.getByText('1 with errors')).toBeVisible()
    const rows = page.locator('[data-import] tbody tr')
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('this is not an e-mail address')
    await expectAccessible(page, '[data-import]')
    expect(await customerId(page, email('ines'))).toBe('')
  })

  await test.step('it is written after a question that names the numbers', async () => {
    await page.getByRole('button', { name: 'Import now' }).click()
    await expect(page.getByRole('heading', { name: 'Import 2 rows?' })).toBeVisible()
    await expect(
      page.getByText('Of 4 rows, 2 are created, 0 updated, 1 left out, and 1 have errors'),
    ).toBeVisible()
    await confirm(page, 'Import now')
    await expect(page.getByText('The import is done.')).toBeVisible({ timeout: 60_000 })
    await expectAccessible(page, '[data-import]')
  })

  await test.step('the result leads to the customers and can be had as a file', async () => {
    await page.getByRole('button', { exact: true, name: 'Created' }).click()
    await expect(page.locator('[data-import] tbody tr')).toHaveCount(2)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download the result' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text.trim().split('\r\n')).toHaveLength(5)
    await page.locator('[data-import] tbody').getByRole('link').first().click()
    await expect(page.locator('#field-name')).toHaveValue('Ines Import')
    await expect(page.locator('#field-clientId')).toHaveValue(`I-${name}-1`)
  })

  await test.step('the invitation lets its reader choose a password and log in', async () => {
    let link = ''
    await expect(() => {
      const mail = mailsTo(email('ivo')).find(({ subject }) => subject?.startsWith('Your account'))
      link = /https?:\/\/\S+\/customer\/invitation\?token=[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
      expect(link).not.toBe('')
    }).toPass({ timeout: 30_000 })
    await page.goto(link)
    await expectAccessible(page)
    await page.getByLabel('Password', { exact: true }).fill('umbrella turnip cathedral 42')
    await page.getByRole('button', { name: 'Save password' }).click()
    await expect(page.getByText('Your password is set. Log in with it.')).toBeVisible()
  })
})

test('a file that cannot be read says why; an import is deleted after a question', async ({
  admin: page,
}) => {
  await upload(page, 'broken.csv', Buffer.from('name,email\nM\xfcller,m@example.com\n', 'latin1'))
  await expect(page.getByText('Save it as “CSV UTF-8”')).toBeVisible()
  await page.getByRole('button', { name: 'Delete import' }).click()
  await confirm(page, 'Delete import')
  await page.waitForURL(/\/admin\/imports$/)
})

test('nobody but administrators sees the pages', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL })
  for (const path of [address, `${address}/${crypto.randomUUID()}`]) {
    await page.goto(path)
    await page.waitForURL(/\/admin\/login/)
  }
  await page.close()
})

for (const colorScheme of ['dark', 'light'] as const) {
  test(`on a phone, ${colorScheme}`, async ({ admin: page }) => {
    await page.setViewportSize({ height: 844, width: 390 })
    await page.emulateMedia({ colorScheme })
    await upload(page, 'phone.csv', customersFile(run()).buffer)
    await expect(page.getByText('E-mail: this is not an e-mail address.')).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await expectAccessible(page, '[data-import]')
  })
}

test('in German', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: 'de-DE' })
  await page.request.post('/api/users/login', {
    data: demo().admin,
    headers: { Origin: baseURL ?? '' },
  })
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: 'Importe' })).toBeVisible()
  await expect(page.getByText('Neuer Import')).toBeVisible()
  await page.close()
})
