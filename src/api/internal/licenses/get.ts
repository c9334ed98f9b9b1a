import type { ApiContext } from '../../types'
import { inTransaction, pathName } from '../request'
import { findLicense, toLicenseResource } from './license'

/** `GET /product-licenses/{id}`: one licence, by id or by its code. */
export async function getLicense(context: ApiContext): Promise<Response> {
  const name = pathName(context, 'id')
  const license = await inTransaction(context, (req) => findLicense(req, name))
  return context.json({ data: toLicenseResource(license) })
}
