import { expect, type Page } from '@playwright/test'

import { timeZoneCookie } from '../../../src/portal/i18n/timeZone'
import { test } from './support'

/** Whoever presses a link while the page's scripts start must hit that link. */
for (const width of [390, 1440]) {
  test(`nothing on the login page moves when its scripts start, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ height: 900, width })
    const scripts = '**/_next/static/**/*.js'
    await page.route(scripts, (route) => route.abort())
    await page.goto('/customer/login')
    const before = await places(page)
    expect(before).not.toEqual([])

    await page.unroute(scripts)
    await page.reload()
    const cookies = async () => (await page.context().cookies()).map(({ name }) => name)
    await expect.poll(cookies, { message: 'its scripts run' }).toContain(timeZoneCookie)
    await page.waitForLoadState('networkidle')
    expect(await places(page)).toEqual(before)
  })
}

async function places(page: Page): Promise<unknown[]> {
  await page.evaluate(() => document.fonts.ready)
  return page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => {
        const { left, top } = link.getBoundingClientRect()
        return [link.textContent, Math.round(left), Math.round(top)]
      }),
    )
}
