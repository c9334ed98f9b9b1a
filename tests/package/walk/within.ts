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
    const before = await looks(page, ofHost)
    await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }))

    await page.getByRole('link', { name: 'Your account' }).click()
    await checkPage(page, portal)
    const settings = page.locator('[data-license-portal] a', { hasText: 'Settings' }).first()
    assert.equal(await settings.getAttribute('href'), `${portal}/settings`)

    await page.getByRole('link', { name: 'The shop' }).click()
    await see(page.getByRole('heading', { name: 'Everything we sell' })).toBeVisible()
    assert.deepEqual(differences(before, await looks(page, ofHost)), [])
    assert.ok(await page.evaluate(() => 'isSameDocument' in globalThis), 'no page was loaded anew')

    await page.goto(`${portal}/product-licenses`)
    await checkPage(page, portal)
    await checkBars(page)
    await checkShield(page)
  })
}

async function checkPage(page: Page, portal: string): Promise<void> {
  await see(page.getByText(product.name).first()).toBeVisible()
  await see(page).toHaveTitle('Licenses · License Manager')
  await see(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'same-origin')
  await see(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, nofollow')
  await see(page.locator('link[rel=canonical]')).toHaveCount(0)
  await see(page.locator('main')).toHaveCount(1)
  const frame = page.locator('[data-license-portal]')
  await see(frame).toHaveAttribute('data-license-portal', portal)
  const styles = (element: Locator) =>
    element.evaluate((found) => {
      const { borderLeftWidth, color, fontFamily, fontSize, paddingTop } = getComputedStyle(found)
      return { borderLeftWidth, color, fontFamily, fontSize, paddingTop }
    })
  const heading = await styles(page.getByRole('heading', { level: 1 }))
  // 1.5rem, of 18px each as the host has it.
  assert.equal(heading.fontSize, '27px')
  assert.match(heading.fontFamily, /inter/i)
  const primary = frame.evaluate((found) => getComputedStyle(found).getPropertyValue('--primary'))
  assert.equal(await primary, 'rebeccapurple', "the host's colour is there, whichever way one came")
  assert.equal((await styles(page.locator('.shop-header a').first())).color, 'rgb(255, 165, 0)')
  const notice = await styles(page.locator('#host-before'))
  assert.deepEqual([notice.borderLeftWidth, notice.paddingTop], ['7px', '11px'])
}

/** On a phone, the portal's bars are below the host's header, and above its footer as soon as that is there. */
async function checkBars(page: Page): Promise<void> {
  const wide = page.viewportSize()
  await page.setViewportSize({ height: 700, width: 390 })
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight)
  })
  const boxOf = async (part: Locator) => {
    const box = await part.boundingBox()
    assert.ok(box, `${String(part)} is to be seen`)
    return { bottom: box.y + box.height, top: box.y }
  }
  const portal = page.locator('[data-license-portal]')
  const header = await boxOf(page.locator('.shop-header'))
  const footer = await boxOf(page.locator('.shop-footer'))
  const bar = await boxOf(portal.locator('header:visible').first())
  const tabs = await boxOf(portal.locator('nav:visible').last())
  assert.deepEqual([header.top, Math.round(bar.top)], [0, Math.round(header.bottom)])
  assert.ok(footer.top < 700, 'the footer is in sight')
  assert.ok(Math.round(tabs.bottom) <= Math.round(footer.top), 'no bar covers it')
  if (wide) await page.setViewportSize(wide)
}

/** Without the styles of the host the portal looks the same. */
async function checkShield(page: Page): Promise<void> {
  const portal = '[data-license-portal], [data-license-portal] :not([data-license-portal-slot] *)'
  await page.mouse.move(0, 0)
  // What is around the portal makes it wider or moves it; that is no matter of styles.
  await page.evaluate(() => {
    document.body.style.margin = '0'
    for (const part of document.querySelectorAll<HTMLElement>(
      '.shop-header, [data-license-portal-slot]',
    ))
      part.style.display = 'none'
  })
  const before = await looks(page, portal)
  await page.evaluate(() => {
    const sheets = [...document.styleSheets].filter((sheet) =>
      [...sheet.cssRules].some(({ cssText }) => cssText.includes('.shop-header')),
    )
    for (const sheet of sheets) {
      for (let index = sheet.cssRules.length - 1; index >= 0; index -= 1) {
        const text = sheet.cssRules[index]?.cssText ?? ''
        if (!/^html |data-license-portal/.test(text)) sheet.deleteRule(index)
      }
    }
  })
  assert.notEqual(
    await page
      .locator('.shop-header a')
      .first()
      .evaluate((link) => getComputedStyle(link).color),
    'rgb(255, 165, 0)',
    'the styles of the host are gone',
  )
  const after = await looks(page, portal)
  assert.ok(before.length > 10_000)
  assert.deepEqual(differences(before, after), [])
}

const ofHost = 'html, body, header, header *, main, main *'

/** All that the styles make of each element, but for where it is. */
function looks(page: Page, elements: string): Promise<string[]> {
  return page.evaluate((selector) => {
    return [...document.querySelectorAll(selector)].flatMap((element) => {
      const styles = getComputedStyle(element)
      // Tailwind's own are known to the whole document, and without its classes mean nothing.
      const names = [...styles].filter((name) => !name.startsWith('--tw-'))
      return names.map((name) => `${element.tagName} ${name}: ${styles.getPropertyValue(name)}`)
    })
  }, elements)
}

function differences(before: string[], after: string[]): string[] {
  assert.equal(after.length, before.length)
  const changed = after.flatMap((look, index) =>
    look === before[index] ? [] : [`${look}, was ${before[index]}`],
  )
  return [...new Set(changed)].slice(0, 40)
}
