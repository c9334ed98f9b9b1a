import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The ends of the range that a page must suit: what is between them shares its colours with one and its width with the other. */
export const looks = [
  { colorScheme: 'light', height: 900, width: 1440 },
  { colorScheme: 'dark', height: 844, width: 390 },
] as const

/** Has the page look otherwise, as it is: the portal's colours and widths are all styles. */
export async function show(page: Page, look: (typeof looks)[number]): Promise<void> {
  const { colorScheme, height, width } = look
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ height, width })
}

/** Expects of the page, in every look, that axe finds no fault and that nothing sticks out sideways. */
export async function expectAccessibleInEveryLook(page: Page): Promise<void> {
  for (const look of looks) {
    await show(page, look)
    await expectAccessible(page)
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(excess, `width beyond ${look.width} px`).toBeLessThanOrEqual(0)
  }
}

/**
 * Expects that axe finds no fault, once nothing fades in any more: a colour half-way has another contrast.
 *
 * @param part selector of the part that is looked at; without it, the whole page
 */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  // The admin panel takes the system's colours when its scripts run, which may be after the first picture.
  await page.waitForFunction(() => {
    const { theme } = document.documentElement.dataset
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches
    return !location.pathname.startsWith('/admin') || theme === (isDark ? 'dark' : 'light')
  })
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
  // In the page itself: otherwise each look opens one more page to sum up frames of other sites, which there are none of.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  const faults = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
  expect(faults).toEqual([])
}
