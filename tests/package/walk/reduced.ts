import assert from 'node:assert/strict'

import type { Host } from './host'
import { product } from './host'
import type { Walked } from './index'
import { adminPage, logInStaff } from './staff'

/** The same host without licensing API, dashboard and import: they are gone, and the rest is as it was. */
export async function walkReduced({ origin, portal }: Host, { browser }: Walked): Promise<void> {
  await checkNoLicensingApi(origin)
  assert.equal((await fetch(`${origin}/api/health-check`)).status, 200, 'monitors are answered')
  const list = await browser.get(`${portal}/product-licenses`)
  assert.ok(list.status === 200 && list.html.includes(product.name), 'the portal is there')

  const staff = await logInStaff(origin)
  for (const path of ['upload', '1/run']) {
    await assert.rejects(
      staff.send(`/api/imports/${path}`, { body: {}, method: 'POST' }),
      /: 404 /,
      `there is no import by ${path}`,
    )
  }
  assert.deepEqual((await staff.send('/api/imports')).docs, [], 'the table of imports stays')

  const dashboard = await adminPage(origin, '')
  assert.equal(dashboard.status, 200)
  assert.ok(dashboard.html.includes('License Manager'), 'the admin panel has the collections')
  assert.ok(!dashboard.html.includes('Licenses by status'), 'the dashboard has no widgets')
  assert.ok(!dashboard.html.includes('href="/admin/imports"'), 'no link leads to the imports')
  assert.equal((await adminPage(origin, '/imports')).status, 404)
}

/** The same host with `enabled: false`: administrators have their collections, and nobody else has anything. */
export async function walkDisabled(
  { origin, portal }: Host,
  { browser, files, licenseId }: Walked,
): Promise<void> {
  await checkNoLicensingApi(origin)
  assert.equal((await fetch(`${origin}/api/health-check`)).status, 404)
  for (const path of [`${portal}/login`, `${portal}/product-licenses`, ...files]) {
    assert.equal((await browser.send(path)).status, 404, `there is no ${path}`)
  }
  for (const path of ['customers/login', 'customers/register', 'portal/activations/1/deactivate']) {
    const { status } = await browser.send(`/api/${path}`, { method: 'POST' })
    assert.ok([403, 404].includes(status), `${path}: ${status}`)
  }
  const staff = await logInStaff(origin)
  assert.equal((await staff.send(`/api/licenses/${licenseId}`)).id, licenseId)
  assert.equal((await adminPage(origin, '/collections/licenses')).status, 200)
}

async function checkNoLicensingApi(origin: string): Promise<void> {
  for (const path of [
    'external/license/verify',
    'internal/products',
    'external/connection-check',
  ]) {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const { headers, status } = await fetch(`${origin}/api/${path}`, { method })
      assert.ok(method === 'OPTIONS' || status === 404, `${method} ${path}: ${status}`)
      assert.equal(headers.get('access-control-allow-origin'), null, `${method} ${path}`)
    }
  }
  for (const path of ['docs', 'openapi.json', 'auth/github']) {
    assert.equal((await fetch(`${origin}/api/${path}`)).status, 404, `there is no ${path}`)
  }
}
