import assert from 'node:assert/strict'

import { type BrowserContextOptions, chromium, expect, type Page } from '@playwright/test'

import { chromiumArguments, ensureChromium } from '../../scripts/support/chromium'

const viewport = { height: 1000, width: 1600 }
const patienceMs = 60_000

/** Waits as long as a busy machine needs. */
export const see = expect.configure({ timeout: patienceMs })

/**
 * Opens a page in Chromium and does something there.
 *
 * @throws AssertionError where the page's scripts failed or complained, or the site answered with 500 or above
 */
export async function inChromium<Result>(
  baseURL: string,
  work: (page: Page, problems: string[]) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const browser = await chromium.launch({
    args: chromiumArguments,
    executablePath: ensureChromium(),
  })
  try {
    const page = await browser.newPage({ baseURL, viewport, ...options })
    page.setDefaultTimeout(patienceMs)
    const problems = problemsOf(page, baseURL)
    const result = await work(page, problems)
    assert.deepEqual(problems, [])
    return result
  } finally {
    await browser.close()
  }
}

function problemsOf(page: Page, origin: string): string[] {
  const problems: string[] = []
  const isOwn = (url: string) => url.startsWith(`${origin}/`)
  page.on('console', (message) => {
    const { url } = message.location()
    // Payload asks another site for the picture of whoever is logged in.
    const isOther = /^https?:/.test(url) && !isOwn(url)
    if (message.type() !== 'error' || isOther) return
    problems.push(`${page.url()}: ${message.text()} ${url}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => {
    if (!isOwn(response.url()) || response.status() < 500) return
    problems.push(`${page.url()}: ${response.status()} of ${response.url()}`)
  })
  return problems
}
