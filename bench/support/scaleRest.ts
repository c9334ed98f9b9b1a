import { adminCall } from './scaleAdmin'
import type { NextCall, Shop } from './scaleCalls'

let serial = 0
const unused = () => `rest-${(serial += 1)}`

/** What administrators write on the pages of documents. */
export function restWrites(shop: Shop): NextCall[] {
  const { activation, customer, license, product } = shop
  const made: Record<'customers' | 'licenses', string[]> = { customers: [], licenses: [] }
  const keep = (slug: keyof typeof made) => (text: string) => {
    made[slug].push((JSON.parse(text) as { doc: { id: string } }).doc.id)
  }
  const write = (method: 'PATCH' | 'POST', path: string, body: () => object) => () =>
    adminCall(shop, method, path, { body: body() })()
  const create = (slug: keyof typeof made, body: () => object) => () =>
    adminCall(shop, 'POST', slug, { body: body(), then: keep(slug) })()
  const remove = (slug: keyof typeof made) => () =>
    adminCall(shop, 'DELETE', `${slug}/${made[slug].pop()}`, { name: `${slug}/[new]` })()
  return [
    create('customers', () => ({
      email: `${unused()}@example.com`,
      name: 'Made by the bench',
      password: 'quite-a-long-sentence-7',
    })),
    write('PATCH', `customers/${customer}`, () => ({ name: unused() })),
    remove('customers'),
    create('licenses', () => ({ email: `${unused()}@example.com`, product })),
    write('PATCH', `licenses/${license.id}`, () => ({ comments: unused() })),
    remove('licenses'),
    write('PATCH', `activations/${activation.id}`, () => ({ name: unused() })),
    write('PATCH', `products/${product}`, () => ({ description: unused() })),
    write('POST', 'blacklist-entries', () => ({ domain: `${unused()}.example.net` })),
    write('POST', 'globals/settings', () => ({ supportEmail: `${unused()}@example.com` })),
  ]
}
