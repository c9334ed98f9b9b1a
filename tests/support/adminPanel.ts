import { expect, type Locator, type Page } from '@playwright/test'

/**
 * An element, once the page's scripts answer what is done to it: React has marked it as its own. What is clicked before is lost.
 */
export async function live(element: Locator): Promise<Locator> {
  await expect(async () => {
    const isLive = await element.evaluate(
      (node) => Object.keys(node).some((key) => key.startsWith('__reactProps$')),
      undefined,
      { timeout: 5000 },
    )
    expect(isLive, 'the page runs').toBe(true)
  }).toPass({ timeout: 60_000 })
  return element
}

/** Confirms what a dialog of the panel asks. */
export const confirm = (page: Page, label: string): Promise<void> =>
  page.locator('.confirmation-modal').getByRole('button', { name: label }).click()
