import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'

import { checkAdminPanel } from './adminPanel'
import { customer, type Host, product, usualSlugs } from './host'
import { openLicensingApi } from './licensingApi'
import type { Walked } from './index'
import { linksOf, mailsIn, mailWith } from './outbox'
import { checkAdmin, logInStaff, type Staff } from './staff'

/**
 * The same host with `portal: false` and other slugs, on the database of a walk: the customer who is signed in has no pages and no files any
 * more, the licence is where it was, and mails lead to no portal.
 */
export async function walkWithoutPortal(host: Host, walked: Walked): Promise<void> {
  const { origin, portal } = host
  const { browser, code, files, licenseId } = walked
  const pages = ['', '/login', '/register', '/dashboard', '/product-licenses', '/no-such-page']
  for (const path of [...pages.map((page) => portal + page), ...files]) {
    assert.equal((await browser.send(path)).status, 404, `there is no ${path}`)
  }
  await checkCalls(host)

  const staff = await logInStaff(origin)
  await checkSlugs(host, staff, licenseId)
  const { license } = await openLicensingApi(host, staff)
  assert.equal((await license('verify', 'one', code)).is_active, true, 'it is active still')
  const full = await license('activate', 'two', code)
  assert.deepEqual([full.code, full.manage_url], ['limit_reached', null])
  await checkMails(host, staff, licenseId)
  await checkAdmin(origin)
  await checkAdminPanel(host)
}

/** Nobody registers or logs in, over any interface. */
async function checkCalls({ origin, slugs }: Host): Promise<void> {
  const { email, password } = customer
  for (const call of ['login', 'register', 'forgot-password']) {
    const response = await fetch(`${origin}/api/${slugs.customers}/${call}`, {
      body: JSON.stringify({ email, name: 'Eve', password }),
      headers: { 'content-type': 'application/json', origin },
      method: 'POST',
    })
    assert.ok([403, 404].includes(response.status), `${call}: ${response.status}`)
  }
}

/** Renamed collections have the rows that they had. */
async function checkSlugs({ origin, slugs }: Host, staff: Staff, licenseId: string): Promise<void> {
  const sold = await staff.find(
    `/api/${slugs.licenses}?where[product.name][equals]=${product.name}`,
  )
  assert.deepEqual([sold?.id, sold?.orderNumber], [licenseId, 'ORDER-7'])
  assert.equal((await staff.find(`/api/${slugs.products}`))?.referenceId, product.referenceId)
  const settings = await staff.send('/api/globals/shop-settings')
  assert.equal(settings.requireEmailVerification, true)
  const kept = Object.values(slugs)
  const gone = Object.values(usualSlugs).filter((slug) => !kept.includes(slug))
  for (const old of [...gone, 'globals/settings']) {
    assert.equal((await fetch(`${origin}/api/${old}`)).status, 404, `there is no ${old}`)
  }
}

/** What a mail says to somebody without a portal has no link; what would only lead there is not sent. */
async function checkMails(host: Host, staff: Staff, licenseId: string): Promise<void> {
  const buyer = await staff.find(`/api/${host.slugs.customers}`)
  await staff.send(`/api/${host.slugs.customers}/${String(buyer?.id)}/actions/send-reset`, {
    body: {},
    method: 'POST',
  })
  await staff.send(`/api/${host.slugs.licenses}/${licenseId}/delivery/send`, {
    body: {},
    method: 'POST',
  })
  const mail = await mailWith(host.outbox, new RegExp(product.name))
  assert.ok(mail.text.includes(`The shop's number of it is ${licenseId}.`), mail.text)
  assert.deepEqual(linksOf(mail, host.origin), [])
  const reset = await skippedMail(host, staff)
  assert.equal(reset.status, 'skipped')
  assert.deepEqual(
    (await mailsIn(host.outbox)).map(({ subject }) => subject),
    [mail.subject],
  )
}

async function skippedMail({ slugs }: Host, staff: Staff): Promise<Record<string, unknown>> {
  for (let tries = 0; tries < 60; tries += 1) {
    const mail = await staff.find(`/api/${slugs.mails}?where[template][equals]=resetPassword`)
    if (mail && mail.status !== 'queued') return mail
    await setTimeout(500)
  }
  throw new Error('The mail for a new password stays queued.')
}
