import assert from 'node:assert/strict'

import { type Browser, openBrowser } from '../browser'
import { customer, type Host } from './host'
import { linksOf, mailWith } from './outbox'

/**
 * A customer registers, confirms the address by the mail's link and logs in: in the host's words, at the host's address.
 *
 * @param answers what else the form asks for, by its page
 */
export async function registerCustomer(
  { origin, outbox, portal }: Host,
  answers: (html: string) => Record<string, string> = () => ({}),
): Promise<Browser> {
  const browser = openBrowser(origin)
  const toLogin = await browser.get(portal)
  assert.equal(toLogin.path, `${portal}/login`)
  assert.match(toLogin.html, /<title>Log in/)
  assert.ok(toLogin.html.includes('href="/terms"'), 'afterEntry is on the page')
  assert.ok(!toLogin.html.includes('host-before'), 'beforeContent is for signed-in customers')

  const registered = await browser.submit(`${portal}/register`, (html) => ({
    ...customer,
    ...answers(html),
  }))
  assert.equal(registered.status, 200)
  const mail = await mailWith(outbox, /^Welcome to the shop$/)
  assert.equal(mail.to, customer.email)
  assert.ok(mail.text.includes('Words of the shop in en. Set a new password!'), mail.text)
  const links = linksOf(mail, origin)
  assert.ok(links.length > 0, 'the mail has links')
  for (const link of links) assert.ok(link.startsWith(`${portal}/`), link)
  const confirmation = links.find((link) => link.startsWith(`${portal}/confirm-email?token=`))
  assert.ok(confirmation)

  const confirmed = await browser.submit(confirmation, { token: tokenOf(confirmation) })
  assert.ok([200, 303].includes(confirmed.status), `confirmed: ${confirmed.status}`)
  const { email, password } = customer
  const loggedIn = await browser.submit(`${portal}/login`, { email, password })
  assert.equal(loggedIn.headers.get('location'), `${portal}/dashboard`)
  return browser
}

function tokenOf(link: string): string {
  return new URL(link, 'http://host').searchParams.get('token') ?? ''
}
