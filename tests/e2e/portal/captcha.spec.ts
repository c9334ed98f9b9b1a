import { expect, type Page } from '@playwright/test'

import { expectAccessible } from './axe'
import { type Account, test, untilInteractive } from './support'

/** The CAPTCHA as visitors meet it. Settings hold for everybody, so that these tests run alone. */
const solution = async (page: Page): Promise<string> => {
  const question = (await page.getByText(/^What is \d+/).textContent()) ?? ''
  const [, left, operator, right] = /(\d+) (\w+) (\d+)/.exec(question) ?? []
  const [one, two] = [Number(left), Number(right)]
  return String(operator === 'plus' ? one + two : operator === 'minus' ? one - two : one * two)
}

async function fillLogin(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
}

const submitLogin = (page: Page) =>
  page.getByRole('button', { exact: true, name: 'Log in' }).click()

test.describe('the CAPTCHA', () => {
  test.describe.configure({ mode: 'serial' })

  let customer: Account

  test.beforeAll(async ({ seller }) => {
    customer = await seller.createCustomer()
  })

  test.afterAll(async ({ seller }) =>
    seller.saveSettings({
      captchaForms: ['register', 'forgot'],
      captchaProvider: 'none',
      recaptchaSecretKey: '',
      recaptchaSiteKey: '',
    }),
  )

  test('as a sum: wrong answers and programs stay out of every form, right answers pass', async ({
    page,
    seller,
  }) => {
    await seller.saveSettings({
      captchaForms: ['login', 'register', 'forgot'],
      captchaProvider: 'math',
    })
    await page.goto('/customer/login')
    await untilInteractive(page)
    await expectAccessible(page)
    await fillLogin(page, customer)
    await page.getByLabel(/^What is/).fill('12345')
    await submitLogin(page)
    await expect(page.getByText('Solve the task below to log in.').first()).toBeVisible()
    await fillLogin(page, customer)
    await page.getByLabel(/^What is/).fill(await solution(page))
    await submitLogin(page)
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    await page.context().clearCookies()

    const form = { email: customer.email, password: customer.password }
    const byProgram = await page.request.post('/api/customers/login', {
      data: form,
      headers: { Origin: new URL(page.url()).origin },
    })
    expect(byProgram.status()).toBe(400)

    for (const [path, button, problem] of [
      ['/customer/register', 'Create account', 'Solve the task below to create the account.'],
      ['/customer/forgot-password', 'Send link', 'Solve the task below to get the link.'],
    ] as const) {
      await page.goto(path)
      await untilInteractive(page)
      await expectAccessible(page)
      await page.getByLabel('E-mail address').fill(customer.email)
      if (path.endsWith('register')) {
        await page.getByLabel('Name').fill('Una')
        await page.getByLabel('Password', { exact: true }).fill('umbrella turnip cathedral 42')
      }
      await page.getByLabel(/^What is/).fill('12345')
      await page.getByRole('button', { name: button }).click()
      await expect(page.getByText(problem).first()).toBeVisible()
      if (path.endsWith('register')) {
        await page.getByLabel('Password', { exact: true }).fill('umbrella turnip cathedral 42')
      }
      await page.getByLabel(/^What is/).fill(await solution(page))
      await page.getByRole('button', { name: button }).click()
      await expect(page.getByRole('status').filter({ hasText: customer.email })).toBeVisible()
    }
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('a sum is a field like any other', async ({ page }) => {
      await page.goto('/customer/login')
      await fillLogin(page, customer)
      await page.getByLabel(/^What is/).fill(await solution(page))
      await submitLogin(page)
      await expect(page).toHaveURL(/\/customer\/dashboard$/)
    })
  })

  for (const provider of ['recaptchaV2', 'recaptchaV3'] as const) {
    test(`as ${provider}: its script gives the token that the login needs`, async ({
      page,
      seller,
    }) => {
      await seller.saveSettings({
        captchaForms: ['login'],
        captchaProvider: provider,
        recaptchaSecretKey: 'secret of the site',
        recaptchaSiteKey: 'site-key',
      })
      const breaches: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) breaches.push(message.text())
      })
      await page.goto('/customer/login')
      await untilInteractive(page)
      if (provider === 'recaptchaV2') {
        await fillLogin(page, customer)
        await submitLogin(page)
        await expect(page.getByText('Solve the task below to log in.').first()).toBeVisible()
        await page.getByLabel('I am not a robot').check()
      }
      await fillLogin(page, customer)
      await submitLogin(page)
      await expect(page).toHaveURL(/\/customer\/dashboard$/)
      expect(breaches).toEqual([])
    })
  }
})
