import assert from 'node:assert/strict'

import { type Browser, openBrowser } from '../browser'
import { checkActivations } from './activations'
import { type Host, product } from './host'
import { type LicensingApi, openLicensingApi } from './licensingApi'
import { checkPortal } from './look'
import { linksOf, mailWith } from './outbox'
import { registerCustomer } from './register'
import { checkReleases } from './releases'
import { sellLicense } from './sellLicense'
import { checkAdmin, signUpStaff, type Staff } from './staff'

/** What is there after a walk: a signed-in customer with a licence that is active, and the files of the portal. */
export type Walked = { browser: Browser; code: string; files: string[]; licenseId: string }

/**
 * What a host does with the package: a customer registers by the portal's form and a mail, an administrator sells a licence, the software
 * activates and downloads over HTTP, and the customer sees the licence and its files.
 */
export async function walk(host: Host): Promise<Walked> {
  const { origin, portal } = host
  const staff = await signUpStaff(origin)
  const browser = await registerCustomer(host)
  const { code, id: licenseId } = await sellLicense(host, staff)
  await checkOverrides(origin, staff)
  const api: LicensingApi = await openLicensingApi(host, staff)
  await checkActivations(api, host, code)
  await checkPortal(browser, host, staff)
  const download = await checkReleases(api, browser, host, { code, licenseId })
  const certificate = `${portal}/product-licenses/${licenseId}/certificate`
  await checkCertificate(browser, host, certificate)
  await checkDelivery(host, staff, licenseId)
  await checkAdmin(origin)
  const files = [download, certificate, `${portal}/settings/data/export`, `${portal}/avatar`]
  await checkFiles(browser, host, files)
  return { browser, code, files, licenseId }
}

/** Files come from where the host has them, and are nobody else's. */
async function checkFiles(browser: Browser, host: Host, files: string[]): Promise<void> {
  const stranger = openBrowser(host.origin)
  for (const path of files) {
    const { headers } = await browser.send(path)
    const leadsTo = path.replace(host.portal, '/api/portal')
    assert.equal(headers.get('location'), host.hasAllFiles ? null : leadsTo)
    assert.equal(await statusOf(stranger, path), 401, `${path} is for who is signed in`)
    assert.notEqual(await statusOf(browser, path), 401, `${path} is theirs`)
  }
}

/** A server that is asked to end waits for whoever does not read what it sends. */
async function statusOf(browser: Browser, path: string): Promise<number> {
  const { body, status } = await browser.file(path)
  await body?.cancel()
  return status
}

/** The host's access and fields hold in REST and GraphQL. */
async function checkOverrides(origin: string, staff: Staff): Promise<void> {
  const statusOf = async (slug: string) => (await fetch(`${origin}/api/${slug}`)).status
  assert.deepEqual([await statusOf('products'), await statusOf('licenses')], [200, 403])
  const buyer = await staff.find('/api/customers')
  const { doc } = await staff.send(`/api/customers/${String(buyer?.id)}`, {
    body: { vatId: 'DE123' },
    method: 'PATCH',
  })
  assert.equal((doc as Record<string, unknown>).vatId, 'DE123')
  const query = '{ Licenses { docs { orderNumber } } }'
  const { data } = await staff.send('/api/graphql', { body: { query }, method: 'POST' })
  assert.deepEqual(data, { Licenses: { docs: [{ orderNumber: 'ORDER-7' }] } })
}

/** A certificate is signed by a key that the host publishes. */
async function checkCertificate(browser: Browser, host: Host, path: string): Promise<void> {
  const certificate = await browser.file(path)
  assert.equal(certificate.status, 200, 'the customer gets the certificate')
  assert.ok((await certificate.text()).length > 100)
  const address = host.hasAllFiles ? '/.well-known/license-keys.json' : '/api/license-keys'
  const published = await fetch(host.origin + address)
  const { keys } = (await published.json()) as { keys: object[] }
  assert.equal(keys.length, 1)
}

async function checkDelivery(host: Host, staff: Staff, licenseId: string): Promise<void> {
  await staff.send(`/api/licenses/${licenseId}/delivery/send`, { body: {}, method: 'POST' })
  const mail = await mailWith(host.outbox, new RegExp(product.name))
  assert.ok(mail.text.includes(`The shop's number of it is ${licenseId}.`), mail.text)
  const links = linksOf(mail, host.origin)
  assert.ok(links.includes(`${host.portal}/product-licenses/${licenseId}`), links.join(' '))
}
