import type { PayloadRequest } from 'payload'

import type { License } from '../../../../payload-types'
import { readBody } from '../../body'
import type { ApiContext } from '../../types'
import { lockRow } from '../lockRow'
import { inTransaction, pathName } from '../request'
import { findProductId } from './create'
import {
  findLicense,
  licenseFields,
  licenseQuery,
  productOf,
  toLicenseData,
  toLicenseResource,
} from './license'
import { slugOf } from '../../../slugs/slugOf'

type LicenseChanges = Partial<Omit<License, 'activations'>>

/** `PUT /product-licenses/{id}`: changes the fields that are given. */
export async function updateLicense(context: ApiContext): Promise<Response> {
  const body = await readBody(context, licenseFields)
  const name = productOf(body)
  return changeLicense(context, async (req) => ({
    ...toLicenseData(body),
    ...(name ? { product: await findProductId(context, req, name) } : {}),
  }))
}

/** Changes the licence of the path and answers with it. */
export async function changeLicense(
  context: ApiContext,
  changes: (req: PayloadRequest) => LicenseChanges | Promise<LicenseChanges>,
): Promise<Response> {
  const name = pathName(context, 'id')
  const license = await inTransaction(context, async (req) => {
    const { id } = await findLicense(req, name)
    await lockRow(req, 'licenses', id)
    const data = await changes(req)
    return req.payload.update({ ...licenseQuery, collection: slugOf('licenses'), data, id, req })
  })
  return context.json({ data: toLicenseResource(license) })
}
