import { randomInt, randomUUID } from 'node:crypto'

import type { Locator, Page } from '@playwright/test'

import { type Person, personCookie, sealPerson } from '../../support/providers/people'

/** Somebody with accounts at the providers, which run on this machine and answer as the real ones do. */
export const newPerson = (person: Partial<Person> = {}): Person => ({
  email: `social-${randomUUID()}@example.com`,
  isVerified: true,
  name: 'Robin Example',
  subject: String(randomInt(1, 2 ** 40)),
  ...person,
})

/** Logs the page's browser in to the providers. */
export async function loggedInThere(page: Page, person: Person): Promise<void> {
  const cookie = { name: personCookie, value: sealPerson(person) }
  await page.context().addCookies([{ ...cookie, domain: 'localhost', path: '/' }])
}

/** The button of a provider on the login. */
export const socialButton = (page: Page, label: string): Locator =>
  page.getByRole('link', { exact: true, name: `Sign in with ${label}` })

/** Goes to a provider and comes back. */
export async function signInWith(
  page: Page,
  label: string,
  path = '/customer/login',
): Promise<void> {
  await page.goto(path)
  await socialButton(page, label).click()
}
