import { adminCall } from './scaleAdmin'
import type { NextCall, ScaleCall, Shop } from './scaleCalls'

let serial = 0
/** No customer is as old. */
const longAgo = '2001-01-01'
const plan = { mapping: { clientId: 1, email: 0 }, mode: 'upsert', options: {} }
const planOfLicenses = { mapping: { code: 1, email: 0, product: 2 }, mode: 'upsert', options: {} }
const sheet = 'email,client\nimported@example.com,IMPORTED-1\n'

/** What administrators do with buttons: to accounts, to many rows at once, to mails, webhooks, keys and imports. */
export function adminActions(shop: Shop): NextCall[] {
  const { license, other } = shop
  const post = (path: string, rest: Partial<ScaleCall> = {}) =>
    adminCall(shop, 'POST', path, { body: {}, ...rest })
  const bulk = (path: string, fields: object = {}) => {
    const [slug] = path.split('/')
    return post(path, { body: { ids: [slug === 'licenses' ? license.id : other], ...fields } })
  }
  const data = () => ({ email: `generated-${(serial += 1)}@example.com`, product: shop.product })
  return [
    ...['confirm-email', 'disable', 'enable', 'end-sessions', 'send-reset'].map((action) =>
      post(`customers/${other}/actions/${action}`, { name: `customers/[id]/actions/${action}` }),
    ),
    post('customers/unlock', { body: { email: shop.login.email } }),
    post(`customers/bulk/select?where[clientId][equals]=${shop.client}`),
    post('customers/bulk/inactive', {
      body: { keepsOwners: true, since: longAgo },
      name: 'customers/bulk/inactive (none found)',
    }),
    bulk('customers/bulk/disable'),
    post(`customers/${other}/actions/enable`, { name: 'customers/[id]/actions/enable again' }),
    bulk('customers/bulk/send-reset'),
    post(`licenses/bulk/select?where[customerId][equals]=${shop.client}`),
    bulk('licenses/bulk/block'),
    bulk('licenses/bulk/unblock'),
    bulk('licenses/bulk/extend', { date: 'supportUntil', days: 1 }),
    () => post('licenses/bulk/generate', { body: { count: 10, data: data() } })(),
    bulk('licenses/bulk/send'),
    post(`licenses/${license.id}/delivery/preview`),
    post(`licenses/${license.id}/delivery/send`, { body: { to: 'somebody@example.com' } }),
    ...deletions(shop),
    () => post(`webhook-deliveries/${shop.deliveries.shift()}/send-again`)(),
    post('signing-keys/rotate'),
    ...importActions(shop),
  ]
}

/** Customers are made to be deleted. */
function deletions(shop: Shop): NextCall[] {
  const made: string[] = []
  const password = 'quite-a-long-sentence-7'
  const body = () => ({ email: `deleted-${(serial += 1)}@example.com`, name: 'X', password })
  const then = (text: string) => {
    made.push((JSON.parse(text) as { doc: { id: string } }).doc.id)
  }
  const name = 'customers (to be deleted)'
  return [
    () => adminCall(shop, 'POST', 'customers', { body: body(), name, then })(),
    () => adminCall(shop, 'POST', 'customers/bulk/delete', { body: { ids: made.splice(0, 1) } })(),
  ]
}

/** An import from its file to its end; what the worker does meanwhile is for bench/import.ts. */
function importActions(shop: Shop): NextCall[] {
  const { checked, ready, readyLicenses } = shop.imports
  const [uploaded, checking, running]: string[][] = [[], [], []]
  const on = (id: string | undefined, action: string, rest: Partial<ScaleCall> = {}) => {
    const name = `imports/[id]/${rest.name ?? action}`
    return adminCall(shop, 'POST', `imports/${id}/${action}`, { body: {}, ...rest, name })()
  }
  const move = (from: string[], to?: string[]) => {
    const id = from.shift()
    if (id !== undefined) to?.push(id)
    return id
  }
  return [
    () =>
      adminCall(shop, 'POST', 'imports/upload?kind=customers&filename=rows.csv', {
        file: sheet,
        then: (text) => uploaded?.push((JSON.parse(text) as { id: string }).id),
      })(),
    () => on(ready, 'preview', { body: plan, name: 'preview (of customers)' }),
    () => on(readyLicenses, 'preview', { body: planOfLicenses, name: 'preview (of licenses)' }),
    () => on(move(uploaded ?? [], checking), 'check', { body: plan }),
    () => on(move(checking ?? []), 'cancel', { name: 'cancel (a check)' }),
    () => on(move(checked, running), 'run'),
    () => on(move(running ?? []), 'cancel', { name: 'cancel (the writing)' }),
  ]
}
