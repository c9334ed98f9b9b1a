import { randomInt, randomUUID } from 'node:crypto'

import { expect, type Page } from '@playwright/test'

import { demo } from '../../support/demo'
import { type Person, personCookie, sealPerson } from '../../support/providers/people'
import { expectAccessible } from './axe'
import { linkIn, mailsTo } from './outbox'
import { test, untilInteractive } from './support'

/** Signing in with accounts of other providers, which run on this machine and answer as the real ones do. */
const newPerson = (person: Partial<Person> = {}): Person => ({
  email: `social-${randomUUID()}@example.com`,
  isVerified: true,
  name: 'Robin Example',
  subject: String(randomInt(1, 2 ** 40)),
  ...person,
})

/** Logs the page's browser in to the providers. */
async function loggedInThere(page: Page, person: Person): Promise<void> {
  const cookie = { name: personCookie, value: sealPerson(person) }
  await page.context().addCookies([{ ...cookie, domain: 'localhost', path: '/' }])
}

const button = (page: Page, label: string) =>
  page.getByRole('link', { exact: true, name: `Sign in with ${label}` })

async function signInWith(page: Page, label: string, path = '/customer/login'): Promise<void> {
  await page.goto(path)
  await button(page, label).click()
}

/** What the browser reports as blocked, from now on. */
function watchViolations(page: Page): string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text())
  })
  return violations
}

test.describe('the buttons', () => {
  for (const path of ['/customer/login', '/customer/register']) {
    test(`on ${path} name every provider that is set up, with its mark, in light and dark`, async ({
      page,
    }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(path)
        for (const label of ['Envato', 'Google', 'Facebook', 'GitHub', 'Example Corp']) {
          await expect(button(page, label)).toBeVisible()
          await expect(button(page, label).locator('svg')).toBeVisible()
        }
        await expectAccessible(page)
      }
    })
  }

  test('are in German for those who read German', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'de-DE' })
    const page = await context.newPage()
    await page.goto('/customer/login')
    await expect(page.getByRole('link', { name: 'Mit Envato anmelden' })).toBeVisible()
    await context.close()
  })

  test('need no JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await loggedInThere(page, newPerson())
    await signInWith(page, 'Google')
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    await context.close()
  })
})

for (const label of ['Google', 'GitHub', 'Example Corp']) {
  test(`${label}: the first sign-in creates an account, the second opens it`, async ({ page }) => {
    const violations = watchViolations(page)
    const person = newPerson()
    await loggedInThere(page, person)
    await signInWith(page, label, '/customer/login?redirect=/customer/settings')
    await expect(page).toHaveURL(/\/customer\/settings$/)
    await expect(page.getByLabel('Name')).toHaveValue('Robin Example')

    await page.context().clearCookies({ name: 'lm-portal' })
    await signInWith(page, label, '/customer/register')
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    await page.goto('/customer/settings/history')
    await expect(page.getByRole('cell', { name: 'Other account' })).toHaveCount(2)
    expect(violations).toEqual([])
  })
}

for (const label of ['Envato', 'Facebook']) {
  test(`${label}: an address that it does not vouch for needs the mailed link, in this browser`, async ({
    browser,
    page,
  }) => {
    const person = newPerson()
    await loggedInThere(page, person)
    await signInWith(page, label)
    await expect(page.getByText('open the link in this browser')).toBeVisible()
    await expectAccessible(page)
    await page.goto('/customer/dashboard')
    await expect(page).toHaveURL(/\/customer\/login/)

    const subject = `Finish signing in with ${label}`
    const link = await linkIn(person.email ?? '', subject, 'confirm-sign-in')
    const elsewhere = await (await browser.newContext()).newPage()
    await elsewhere.goto(link)
    await expect(elsewhere.getByText('in the browser in which you signed in')).toBeVisible()
    await elsewhere.context().close()

    await page.goto(link)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    await page.context().clearCookies({ name: 'lm-portal' })
    await page.goto(link)
    await expect(page.getByText('expired or was used before')).toBeVisible()
    await signInWith(page, label)
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
  })
}

test('who refuses at the provider comes back and reads so', async ({ page }) => {
  await loggedInThere(page, newPerson({ denies: true }))
  await signInWith(page, 'GitHub')
  await expect(page.getByText('You cancelled at GitHub.')).toBeVisible()
})

test('an account is connected in the settings, used, and disconnected', async ({
  logIn,
  page,
  seller,
}) => {
  const violations = watchViolations(page)
  const account = await seller.createCustomer()
  const person = newPerson({ isVerified: false })
  await loggedInThere(page, person)
  await logIn(account)
  await page.goto('/customer/settings/connected')
  await untilInteractive(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Connect Facebook' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect Facebook' })
  await dialog.getByLabel('Current password').fill('not the password')
  await dialog.getByRole('button', { name: 'Continue to Facebook' }).click()
  await expect(dialog.getByText('This is not your current password.').first()).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Current password').fill(account.password)
  await dialog.getByRole('button', { name: 'Continue to Facebook' }).click()
  await expect(page.getByText('Your Facebook account is connected.')).toBeVisible()
  await expect(page.getByText(person.email ?? '')).toBeVisible()
  await expectAccessible(page)

  await page.context().clearCookies({ name: 'lm-portal' })
  await signInWith(page, 'Facebook')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)

  await page.goto('/customer/settings/connected')
  await untilInteractive(page)
  await page.getByRole('button', { name: 'Disconnect Facebook' }).click()
  const question = page.getByRole('dialog', { name: /Disconnect Facebook\?/ })
  await question.getByLabel('Current password').fill(account.password)
  await question.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByRole('button', { name: 'Connect Facebook' })).toBeVisible()
  const changes = () =>
    mailsTo(account.email).filter(
      ({ subject }) => subject === 'The security of your account was changed',
    ).length
  await expect.poll(changes, { timeout: 20_000 }).toBe(2)
  expect(violations).toEqual([])
})

test('the last way to sign in stays, and says so', async ({ page }) => {
  await loggedInThere(page, newPerson())
  await signInWith(page, 'Google')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  await page.goto('/customer/settings/connected')
  await untilInteractive(page)
  await page.getByRole('button', { name: 'Disconnect Google' }).click()
  const question = page.getByRole('dialog', { name: /Disconnect Google\?/ })
  await question.getByRole('button', { name: 'Disconnect' }).click()
  await expect(question.getByText('This is your only way to sign in.').first()).toBeVisible()
})

test('purchases at Envato become licenses after the sign-in, and by the button', async ({
  page,
  seller,
}) => {
  const [one, two] = [randomUUID(), randomUUID()]
  await seller.setEnvatoId('424242')
  const buyer = newPerson({
    purchases: [{ code: one, item: 424242, supportedUntil: '2031-01-01T00:00:00Z' }],
  })
  await loggedInThere(page, buyer)
  await signInWith(page, 'Envato')
  const subject = 'Finish signing in with Envato'
  await page.goto(await linkIn(buyer.email ?? '', subject, 'confirm-sign-in'))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  const licenseEnding = (code: string) => page.getByText(`ending in ${code.slice(-4)}`).first()
  await expect(async () => {
    await page.goto('/customer/product-licenses')
    await expect(licenseEnding(one)).toBeAttached({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })

  await loggedInThere(page, {
    ...buyer,
    purchases: [...(buyer.purchases ?? []), { code: two, item: 424242 }],
  })
  await page.goto('/customer/settings/connected')
  await untilInteractive(page)
  await expect(page.getByText(/Last read .*: 1 license added\./)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Read purchases again' }).click()
  await expect(page.getByText('Your purchases at Envato are being read.')).toBeVisible()
  await expect(async () => {
    await page.goto('/customer/product-licenses')
    await expect(licenseEnding(two)).toBeAttached({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
})

test('an administrator who is logged in to the same browser stays logged in', async ({
  baseURL,
  page,
}) => {
  const login = await page.request.post('/api/users/login', {
    data: demo().admin,
    headers: { Origin: baseURL ?? '' },
  })
  expect(login.status()).toBe(200)
  await loggedInThere(page, newPerson())
  await signInWith(page, 'Google')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  const me = await page.request.get('/api/users/me')
  expect(((await me.json()) as { user: { email: string } }).user.email).toBe(demo().admin.email)
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/admin$/)
})

test('a forged callback signs nobody in', async ({ browser, page }) => {
  const attacker = await (await browser.newContext()).newPage()
  await loggedInThere(attacker, newPerson())
  let callback = ''
  await attacker.route('**/api/auth/google/callback*', async (route) => {
    callback = route.request().url()
    await route.abort()
  })
  await attacker.goto('/customer/login')
  await button(attacker, 'Google').click()
  await expect.poll(() => callback).toContain('code=')
  await attacker.context().close()

  await page.goto(callback)
  await expect(page.getByText('This sign-in was not begun in this browser')).toBeVisible()
  await page.goto('/customer/dashboard')
  await expect(page).toHaveURL(/\/customer\/login/)
})

test.describe('what an attacker prepared before the victim came', () => {
  test('classic-federated merge: the password of the attacker opens nothing any more', async ({
    baseURL,
    page,
    seller,
  }) => {
    const account = await seller.createUnconfirmed()
    await loggedInThere(page, newPerson({ email: account.email }))
    await signInWith(page, 'Google')
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    const login = await page.request.post('/api/customers/login', {
      data: { email: account.email, password: account.password },
      headers: { Origin: baseURL ?? '' },
    })
    expect(login.status()).toBe(401)
  })

  test('unexpired session and trojan identifier: a session and an account that the attacker connected are out', async ({
    browser,
    logIn,
    page,
    seller,
  }) => {
    // The attacker got in while the address was confirmed by an administrator's mistake.
    const account = await seller.createCustomer()
    const attacker = page
    await loggedInThere(attacker, newPerson({ isVerified: false }))
    await logIn(account)
    await attacker.goto('/customer/settings/connected')
    await untilInteractive(attacker)
    await attacker.getByRole('button', { name: 'Connect GitHub' }).click()
    const dialog = attacker.getByRole('dialog', { name: 'Connect GitHub' })
    await dialog.getByLabel('Current password').fill(account.password)
    await dialog.getByRole('button', { name: 'Continue to GitHub' }).click()
    await expect(attacker.getByText('Your GitHub account is connected.')).toBeVisible()
    await seller.forgetConfirmation(account)

    const victim = await (await browser.newContext()).newPage()
    await loggedInThere(victim, newPerson({ email: account.email }))
    await signInWith(victim, 'Google')
    await expect(victim).toHaveURL(/\/customer\/dashboard$/)
    await victim.goto('/customer/settings/connected')
    await untilInteractive(victim)
    await expect(victim.getByRole('button', { name: 'Connect GitHub' })).toBeVisible()
    await victim.context().close()

    await attacker.goto('/customer/dashboard')
    await expect(attacker).toHaveURL(/\/customer\/login/)
    await button(attacker, 'GitHub').click()
    await expect(attacker.getByText('open the link in this browser')).toBeVisible()
  })

  test('unexpired email change: the link that the attacker kept changes nothing', async ({
    browser,
    logIn,
    page,
    seller,
  }) => {
    const account = await seller.createCustomer()
    const mine = `attacker-${randomUUID()}@example.com`
    await logIn(account)
    await page.goto('/customer/settings/email')
    await untilInteractive(page)
    await page.getByLabel('New e-mail address').fill(mine)
    await page.getByLabel('Current password').fill(account.password)
    await page.getByRole('button', { name: 'Change address' }).click()
    const link = await linkIn(mine, 'Confirm your new e-mail address', 'change-email')
    await seller.forgetConfirmation(account)

    const victim = await (await browser.newContext()).newPage()
    await loggedInThere(victim, newPerson({ email: account.email }))
    await signInWith(victim, 'Google')
    await expect(victim).toHaveURL(/\/customer\/dashboard$/)

    await page.goto(link)
    await expect(page.getByRole('button', { name: 'Use this address' })).toBeHidden()
    await victim.goto('/customer/settings/email')
    await expect(victim.getByText(account.email)).toBeVisible()
    await victim.context().close()
  })

  test('non-verifying provider: the attacker who claims the address there has no account', async ({
    browser,
    page,
  }) => {
    const victim = newPerson()
    await loggedInThere(page, newPerson({ email: victim.email }))
    await signInWith(page, 'Envato')
    await expect(page.getByText('open the link in this browser')).toBeVisible()
    const own = await (await browser.newContext()).newPage()
    await loggedInThere(own, victim)
    await signInWith(own, 'Google')
    await expect(own).toHaveURL(/\/customer\/dashboard$/)
    await own.context().close()
    await signInWith(page, 'Envato')
    await expect(page.getByText('open the link in this browser')).toBeVisible()
    await page.goto('/customer/dashboard')
    await expect(page).toHaveURL(/\/customer\/login/)
  })
})
