import type { Page } from '@playwright/test'

/** What the browser reports as blocked, from now on. */
export function watchViolations(page: Page): string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy|permissions-policy/i.test(message.text())) {
      violations.push(message.text())
    }
  })
  return violations
}
