import assert from 'node:assert/strict'

import type { Locator, Page } from '@playwright/test'

import type { Browser } from '../browser'
import { inChromium, see } from '../chromium'
import { type Host, product } from './host'

const shop = '/shop'

/** The portal in the layout of the host's other pages: neither changes how the other looks, and visitors go from one to the other at once. */
export async function checkWithin(browser: Browser, { origin, portal }: Host): Promise<void> {
  const cookies = browser.cookies().map((cookie) => ({ ...cookie, url: origin }))
  await inChromium(origin, async (page) => {
    await page.context().addCookies(cookies)
    await page.goto(shop)
    await see(page.getByRole('heading', { name: 'Everything we sell' })).toBeVisible()
    const before = await looks(page)
    await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }))

    await page.getByRole('link', { name: 'Your account' }).click()
    await checkPage(page, portal)
    const settings = page.locator('[data-portal] a', { hasText: 'Settings' }).first()
    assert.equal(await settings.getAttribute('href'), `${portal}/settings`)

    await page.getByRole('link', { name: 'The shop' }).click()
    await see(page.getByRole('heading', { name: 'Everything we sell' })).toBeVisible()
    const after = await looks(page)
    const changed = after.filter((look, index) => look !== before[index])
    assert.deepEqual(changed, [], 'the pages of the host look as before')
    assert.equal(after.length, before.length)
    assert.ok(await page.evaluate(() => 'isSameDocument' in globalThis), 'no page was loaded anew')

    await page.goto(`${portal}/product-licenses`)
    await checkPage(page, portal)
  })
}

async function checkPage(page: Page, portal: string): Promise<void> {
  await see(page.getByText(product.name).first()).toBeVisible()
  await see(page).toHaveTitle('Licenses · License Manager')
  await see(page.locator('main')).toHaveCount(1)
  await see(page.locator(`[data-portal="${portal}"]`)).toHaveCount(1)
  const heading = page.getByRole('heading', { level: 1 })
  // 1.5rem, of 18px each as the host has it.
  assert.equal(await styleOf(heading, 'fontSize'), '27px')
  assert.equal(await styleOf(heading, 'marginTop'), '0px')
  assert.match(await styleOf(heading, 'fontFamily'), /inter/i)
  const header = page.locator('.shop-header a').first()
  assert.equal(await styleOf(header, 'color'), 'rgb(255, 165, 0)')
  const list = page.locator('[data-portal] ul').first()
  assert.equal(await styleOf(list, 'listStyleType'), 'none')
}

/** All that the styles make of the document and of each element that the host's page has. */
function looks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, header, header *, main, main *')].flatMap(
      (element) => {
        const styles = getComputedStyle(element)
        // Tailwind's own are known to the whole document, and without its classes mean nothing.
        const names = [...styles].filter((name) => !name.startsWith('--tw-'))
        return names.map((name) => `${element.tagName} ${name}: ${styles.getPropertyValue(name)}`)
      },
    ),
  )
}

function styleOf(
  element: Locator,
  name: 'color' | 'fontFamily' | 'fontSize' | 'listStyleType' | 'marginTop',
) {
  return element.evaluate((found, property) => getComputedStyle(found)[property], name)
}
