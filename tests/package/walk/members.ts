import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'

import type { Browser } from '../browser'
import { checkActivations } from './activations'
import { checkAdminPanel } from './adminPanel'
import { demandSum, solveSum } from './captcha'
import { customer, type Host, product } from './host'
import { asJson, type LicensingApi, openLicensingApi } from './licensingApi'
import { checkPortal } from './look'
import { registerCustomer } from './register'
import { checkReleases } from './releases'
import { sellLicense } from './sellLicense'
import { signUpStaff, type Staff } from './staff'

/**
 * A host whose own members are the customers: one solves a sum, registers, confirms the address, logs in, gets a licence and
 * activates it. Files are in the folder that the host names, and addresses are told behind two proxies.
 */
export async function walkWithMembers(host: Host): Promise<void> {
  const { origin } = host
  const staff = await signUpStaff(origin)
  await checkSignIn(host)
  await demandSum(host, staff)
  const browser = await registerCustomer(host, solveSum)
  const member = await checkMember(host, staff)
  const { code, id: licenseId } = await sellLicense(host, staff)
  const api = await openLicensingApi(host, staff)
  await checkActivations(api, host, code)
  await checkProxies(api, host, staff, code)
  await checkPortal(browser, host, staff)
  await checkOwnData(host, browser, staff, member)
  await checkReleases(api, browser, host, { code, licenseId })
  checkUploads(host)
  await checkAdminPanel(host)
}

/** The members are in the host's collection, and there is no other of customers. */
async function checkMember({ origin, slugs }: Host, staff: Staff): Promise<string> {
  const member = await staff.find(`/api/${slugs.customers}?where[email][equals]=${customer.email}`)
  assert.deepEqual([member?.name, member?.tier], [customer.name, 'basic'])
  assert.ok(member?.clientId && member.confirmedAt, 'the member is a confirmed customer')
  assert.equal((await fetch(`${origin}/api/customers`)).status, 404)
  return String(member.id)
}

/** The plugin for other accounts is there, and with it what the host without it has not. */
async function checkSignIn({ origin, portal }: Host): Promise<void> {
  const login = await (await fetch(`${origin}${portal}/login`)).text()
  assert.ok(login.includes('Sign in with GitHub'), 'the login has the button of the provider')
}

/** Of the addresses that a request names, the one that the outer of two proxies saw is the client's. */
async function checkProxies(
  api: LicensingApi,
  { slugs }: Host,
  staff: Staff,
  code: string,
): Promise<void> {
  const verdict = await api.software('/api/external/license/verify', {
    ...asJson({ license_code: code, product_id: product.referenceId }),
    headers: {
      'content-type': 'application/json',
      'x-api-url': 'https://proxied.example.com',
      'x-forwarded-for': '192.0.2.66, 203.0.113.7, 198.51.100.4',
    },
  })
  assert.equal(verdict.status, 200)
  const refused = await staff.find(
    `/api/${slugs.failedAttempts}?where[domain][equals]=proxied.example.com`,
  )
  assert.equal(refused?.connectionIp, '203.0.113.7')
}

/** The download of their data tells members what the host keeps of them, and not what is for its staff only. */
async function checkOwnData(
  { portal, slugs }: Host,
  browser: Browser,
  staff: Staff,
  member: string,
): Promise<void> {
  const body = { company: 'Example Corp', rating: 'for the staff' }
  await staff.send(`/api/${slugs.customers}/${member}`, { body, method: 'PATCH' })
  const { html } = await browser.get(`${portal}/settings/data/export`)
  const { account } = JSON.parse(html) as { account: Record<string, unknown> }
  assert.deepEqual([account.company, account.tier], ['Example Corp', 'basic'])
  assert.ok(!html.includes(body.rating))
}

/** The files of the version. */
function checkUploads({ uploads }: Host): void {
  const files = readdirSync(path.join(uploads, 'release-files'))
  assert.ok(files.includes('example.zip') && files.includes('example.txt'), files.join(' '))
}
