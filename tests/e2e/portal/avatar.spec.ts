import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'

import { expectAccessible } from './axe'
import { test, untilInteractive } from './support'

const settings = '/customer/settings'

test.beforeEach(async ({ logIn, page, seller }) => {
  await logIn(await seller.createCustomer('Zoë Quinn'))
  await page.goto(settings)
  await untilInteractive(page)
})

for (const { height, name, width } of [
  { height: 900, name: 'wide', width: 1440 },
  { height: 844, name: 'on a phone', width: 390 },
]) {
  test.describe(name, () => {
    test.use({ viewport: { height, width } })

    test('a photo is chosen, positioned, saved, shown in the menu and removed', async ({
      page,
    }) => {
      await expect(page.getByRole('img', { name: 'Your initials' })).toHaveText('ZQ')
      await choosePhoto(page)
      const dialog = page.getByRole('dialog', { name: 'Position your photo' })
      await expect(dialog.getByText('Preview')).toBeVisible()
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Save photo' }).click()

      await expect(page.getByText('Your photo is saved.')).toBeVisible()
      await expect(dialog).toBeHidden()
      await expect(page.getByRole('img', { name: 'Your photo' })).toBeVisible()
      expect(await menuPhotoSide(page)).toBe(512)
      await expectAccessible(page)

      await page.getByRole('button', { name: 'Remove photo' }).click()
      const question = page.getByRole('alertdialog', { name: 'Remove your photo?' })
      await expectAccessible(page)
      await question.getByRole('button', { name: 'Cancel' }).click()
      await expect(page.getByRole('img', { name: 'Your photo' })).toBeVisible()
      await page.getByRole('button', { name: 'Remove photo' }).click()
      await question.getByRole('button', { name: 'Remove photo' }).click()
      await expect(page.getByText('Your photo is removed.')).toBeFocused()
      await expect(page.getByRole('img', { name: 'Your initials' })).toHaveText('ZQ')
      expect((await page.request.get('/customer/avatar')).status()).toBe(404)
    })
  })
}

test('the part under the window is the part that is saved', async ({ page }) => {
  // The left half is blue, the right half is red: the window starts on both, and the arrow key moves it to the right.
  await choosePhoto(page)
  const window = page.getByRole('application', { name: 'Position of the photo' })
  await window.focus()
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowLeft')
  const zoom = page.getByRole('slider', { name: 'Zoom' })
  await zoom.press('ArrowRight')
  await expect(zoom).not.toHaveValue('1')
  await page.getByRole('button', { name: 'Save photo' }).click()
  await expect(page.getByText('Your photo is saved.')).toBeVisible()

  const response = await page.request.get('/customer/avatar')
  expect(response.headers()).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
  })
  const { channels } = await sharp(await response.body()).stats()
  expect(channels[0]?.mean).toBeGreaterThan(220)
  expect(channels[2]?.mean).toBeLessThan(35)
})

test('a photo can be dropped', async ({ page }) => {
  const bytes = [...(await halves())]
  const dropped = await page.evaluateHandle((data) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(data)], 'photo.png', { type: 'image/png' }))
    return transfer
  }, bytes)
  await page.getByText('Or drop it here.').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByRole('dialog', { name: 'Position your photo' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('img', { name: 'Your initials' })).toBeVisible()
})

test('what is no photo is refused with the reason', async ({ page }) => {
  const input = page.locator('input[type=file]')
  await input.setInputFiles({ buffer: Buffer.from('%PDF'), mimeType: 'application/pdf', name: 'a' })
  await expect(page.getByText(/^This is not a JPEG/)).toBeVisible()
  const large = Buffer.alloc(5 * 1024 * 1024 + 1)
  await input.setInputFiles({ buffer: large, mimeType: 'image/png', name: 'large.png' })
  await expect(page.getByText(/^This photo is larger than 5 MB/)).toBeVisible()
  await input.setInputFiles({ buffer: Buffer.from('text'), mimeType: 'image/png', name: 'x.png' })
  await expect(page.getByText(/^This is not a JPEG/)).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('nobody sees a photo without a session', async ({ page, playwright, baseURL }) => {
  await choosePhoto(page)
  await page.getByRole('button', { name: 'Save photo' }).click()
  await expect(page.getByText('Your photo is saved.')).toBeVisible()
  const stranger = await playwright.request.newContext({ baseURL })
  expect((await stranger.get('/customer/avatar')).status()).toBe(401)
  await stranger.dispose()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a photo is sent as it is, and removed on a page that asks', async ({ page }) => {
    await page.getByLabel('Choose a photo').setInputFiles(await halvesFile())
    await page.getByRole('button', { name: 'Save photo' }).click()
    await expect(page.getByText('Your photo is saved.')).toBeVisible()
    expect((await page.request.get('/customer/avatar')).status()).toBe(200)

    await page.getByRole('button', { name: 'Remove photo' }).click()
    await expect(page.getByRole('heading', { name: 'Remove your photo?' })).toBeVisible()
    await page.getByRole('button', { name: 'Remove photo' }).click()
    await expect(page).toHaveURL(settings)
    await expect(page.getByRole('img', { name: 'Your initials' })).toBeVisible()
  })

  test('is told why a file is refused', async ({ page }) => {
    const file = { buffer: Buffer.from('no photo'), mimeType: 'image/png', name: 'x.png' }
    await page.getByLabel('Choose a photo').setInputFiles(file)
    await page.getByRole('button', { name: 'Save photo' }).click()
    await expect(page.getByText(/^This is not a JPEG/)).toBeVisible()
  })

  test('is told how large a photo may be, whatever is sent', async ({ page }) => {
    for (const megabytes of [5.5, 7, 30]) {
      const buffer = Buffer.alloc(megabytes * 1024 * 1024)
      await page.goto(settings)
      await page
        .getByLabel('Choose a photo')
        .setInputFiles({ buffer, mimeType: 'image/png', name: 'large.png' })
      await page.getByRole('button', { name: 'Save photo' }).click()
      await expect(page.getByText(/^This photo is larger than 5 MB/)).toBeVisible()
    }
    await page.getByLabel('Choose a photo').setInputFiles(await halvesFile())
    await page.getByRole('button', { name: 'Save photo' }).click()
    await expect(page.getByText('Your photo is saved.')).toBeVisible()
  })
})

async function choosePhoto(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(await halvesFile())
  await expect(page.getByRole('application', { name: 'Position of the photo' })).toBeVisible()
}

const halvesFile = async () => ({
  buffer: await halves(),
  mimeType: 'image/png',
  name: 'photo.png',
})

/** 800 × 400 pixels: the left half is blue, the right half is red. */
function halves(): Promise<Buffer> {
  const side = (background: string) => ({
    create: { background, channels: 3 as const, height: 400, width: 400 },
  })
  return sharp({ create: { background: '#f00', channels: 3, height: 400, width: 800 } })
    .composite([{ input: side('#00f'), left: 0, top: 0 }])
    .png()
    .toBuffer()
}

async function menuPhotoSide(page: Page): Promise<number> {
  const photo = page.getByRole('button', { name: /^Account menu/ }).locator('img:visible')
  await expect(photo).toHaveJSProperty('complete', true)
  return photo.evaluate((image: HTMLImageElement) => image.naturalWidth)
}
