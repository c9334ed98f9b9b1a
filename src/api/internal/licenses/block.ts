import type { ApiContext } from '../../types'
import { changeLicense } from './update'

/** `POST` and `DELETE /blocked-product-licenses/{id}`: blocks or unblocks a licence. */
export function blockLicense(isBlocked: boolean): (context: ApiContext) => Promise<Response> {
  return (context) => changeLicense(context, () => ({ isValid: !isBlocked }))
}
