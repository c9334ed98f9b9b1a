import assert from 'node:assert/strict'

import { customer, type Host, product } from './host'
import type { Staff } from './staff'

/** An administrator makes a product and a licence of it for the customer who registered. */
export async function sellLicense(
  { slugs }: Host,
  staff: Staff,
): Promise<{ code: string; id: string }> {
  const { id } = await staff.post(`/api/${slugs.products}`, product)
  const buyer = await staff.find(`/api/${slugs.customers}?where[email][equals]=${customer.email}`)
  const license = await staff.post(`/api/${slugs.licenses}`, {
    customerId: buyer?.clientId,
    orderNumber: 'order-7',
    parallelUses: 1,
    product: id,
  })
  assert.equal(license.orderNumber, 'ORDER-7', "the host's field and hook of it")
  return { code: String(license.code), id: String(license.id) }
}
