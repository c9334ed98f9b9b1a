import { expect } from '@playwright/test'

import { live, test } from './support'

type Published = { keys: { kid: string }[] }

test('a signing key is replaced in the panel after a question, and the old one stays published', async ({
  admin: page,
}) => {
  const published = async () => {
    const response = await page.request.get('/.well-known/license-keys.json')
    return ((await response.json()) as Published).keys.map(({ kid }) => kid)
  }
  const before = await published()
  await page.goto('/admin/collections/signing-keys')
  const replace = await live(page.getByRole('button', { exact: true, name: 'New key' }))
  const question = page.locator('.confirmation-modal')

  await replace.click()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  expect(await published()).toEqual(before)

  await replace.click()
  await question.getByRole('button', { exact: true, name: 'New key' }).click()
  await expect(page.getByText('The new key signs from now on.')).toBeVisible()
  const after = await published()
  expect(after).toHaveLength(before.length + 1)
  expect(after).toEqual(expect.arrayContaining(before))
  await expect(page.locator('tbody tr')).toHaveCount(after.length)
})
