import assert from 'node:assert/strict'

import type { Browser } from '../browser'
import { customer, type Host, product } from './host'

/** The portal of a customer with a licence: what the host's options change in its pages, and the files that it hands out. */
export async function checkPortal(browser: Browser, { origin, portal }: Host): Promise<void> {
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
  assert.equal((await browser.send('/logo.svg')).status, 200)
  await checkStyles(origin, html)

  assert.equal((await browser.get(`${portal}/no-such-page`)).status, 404)
  const data = await browser.get(`${portal}/settings/data/export`)
  assert.ok(data.html.includes(customer.email))
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
