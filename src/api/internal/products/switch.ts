import type { ApiContext } from '../../types'
import { changeProduct } from './update'

/** `POST` and `DELETE /activated-products/{reference_id}`: switches a product on or off. */
export function switchProduct(isActive: boolean): (context: ApiContext) => Promise<Response> {
  return (context) => changeProduct(context, { isActive })
}
