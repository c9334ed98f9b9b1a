import { tellDeactivated } from '../../extensions/tellDeactivated'
import { deactivate as deactivateLicense } from '../../licensing/deactivate'
import type { ApiContext } from '../types'
import { readClaim } from './claim'
import { refuse } from './refuse'

/** `POST /license/deactivate`: ends the calling installation's activation and frees its slot. */
export async function deactivate(context: ApiContext): Promise<Response> {
  const claim = await readClaim(context, 'deactivate')
  if (claim instanceof Response) return claim
  const outcome = await deactivateLicense(claim.args)
  if (!outcome.ok) {
    return refuse(context, outcome.code, { ...claim.call, licenseId: outcome.license?.id })
  }
  const { payload } = context.get('services')
  await tellDeactivated(payload, 'client', [outcome.activation.id])
  return context.json({ is_active: true, message: context.get('messages').deactivated })
}
