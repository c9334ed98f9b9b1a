import assert from 'node:assert/strict'

import { live } from '../../support/adminPanel'
import type { Browser } from '../browser'
import { inChromium, see } from '../chromium'
import { customer, type Host, product } from './host'
import type { Staff } from './staff'
import { checkWithin } from './within'

/** The portal of a customer with a licence: what the host's options change in its pages, and the files that it hands out. */
export async function checkPortal(browser: Browser, host: Host, staff: Staff): Promise<void> {
  const { origin, portal } = host
  const { html, status } = await browser.get(`${portal}/product-licenses`)
  assert.equal(status, 200)
  assert.ok(html.includes(product.name), 'the licence is in the list')
  for (const part of [
    '--primary:rebeccapurple',
    'src="/logo.svg"',
    'alt="Example Shop"',
    'href="/shop"',
    `href="${portal}/settings"`,
  ]) {
    assert.ok(html.includes(part), `the page has ${part}`)
  }
  assert.ok(!html.includes('"/customer'), 'no link leads to the usual address')
  checkPlaces(html, new URL(origin).host)
  const { headers } = await browser.send(`${portal}/product-licenses`)
  if (host.hasAllFiles) {
    const policy =
      host.server === 'own' ? /'nonce-.* frame-ancestors 'none'/ : /frame-ancestors 'none'$/
    assert.match(headers.get('content-security-policy') ?? '', policy)
  }
  assert.equal((await browser.send('/logo.svg')).status, 200)
  await checkStyles(origin, html)

  const missing = await browser.get(`${portal}/no-such-page`)
  assert.equal(missing.status, 404)
  const isOurs = missing.html.includes(String.raw`kind\":\"notFound`)
  assert.equal(isOurs, host.hasAllFiles, 'without a file for it, Next says so in its own words')
  const data = await browser.get(`${portal}/settings/data/export`)
  assert.ok(data.html.includes(customer.email))
  await checkGerman(browser, host, staff)
  if (host.hasAllFiles) await checkErrorPage(browser, host)
  if (host.document === 'host') await checkWithin(browser, host)
}

/** The host's links are in the language of the customer. */
async function checkGerman(browser: Browser, { portal, slugs }: Host, staff: Staff): Promise<void> {
  const linkIn = async (language: string) => {
    const reader = await staff.find(
      `/api/${slugs.customers}?where[email][equals]=${customer.email}`,
    )
    const path = `/api/${slugs.customers}/${String(reader?.id)}`
    await staff.send(path, { body: { language }, method: 'PATCH' })
    const { html } = await browser.get(`${portal}/product-licenses`)
    assert.match(html, new RegExp(`data-license-portal="[^>]* lang="${language}`))
    const ofPortal = html.slice(html.indexOf('data-license-portal='))
    return /<a[^>]*href="\/shop"[^>]*>(.*?)<\/a>/.exec(ofPortal)?.[1]
  }
  assert.match((await linkIn('de')) ?? '', /Laden/)
  assert.match((await linkIn('en')) ?? '', /Shop/)
}

/** Where a page fails, the package's page says so, and shows it when it works again. */
async function checkErrorPage(browser: Browser, { origin, portal }: Host): Promise<void> {
  const cookies = browser.cookies().map((cookie) => ({ ...cookie, url: origin }))
  await inChromium(origin, async (page, problems) => {
    await page.context().addCookies(cookies)
    await page.setExtraHTTPHeaders({ 'x-fails': '1' })
    await page.goto(`${portal}/product-licenses`)
    await see(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
    assert.ok(problems.length > 0, 'the browser is told that the page failed')
    await page.setExtraHTTPHeaders({})
    await (await live(page.getByRole('button', { name: 'Try again' }))).click()
    await see(page.getByText(product.name).first()).toBeVisible()
    await see(page.locator('#host-before')).toBeVisible()
    problems.length = 0
  })
}

/** The host's components are where they belong: before and after what the page says. */
function checkPlaces(html: string, host: string): void {
  const places = ['id="host-before"', product.name, 'id="host-after"'].map((part) =>
    html.indexOf(part),
  )
  assert.ok(!places.includes(-1), 'the components are on the page')
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
  )
  assert.ok(html.includes(host), 'a component of the host reads the request')
}

/** The portal's styles and font come with the package. */
async function checkStyles(origin: string, html: string): Promise<void> {
  const sheets = [...html.matchAll(/href="([^"]+\.css[^"]*)"/g)].map(([, href = '']) => href)
  const texts = await Promise.all(
    sheets.map(async (href) => (await fetch(new URL(href, origin))).text()),
  )
  assert.ok(
    texts.some((css) => css.includes('--canvas')),
    'the portal has its styles',
  )
}
