import type { PayloadRequest } from 'payload'

import { fill } from '../../text/fill'
import { installationName } from '../activations/installationName'
import { Notice } from '../components/ui/Notice'
import { getI18n } from '../i18n/getI18n'
import { findActivation } from '../queries/findActivation'

/**
 * Says that an installation has its name.
 *
 * @param id from the address; nothing is said unless it is an activation of the customer's own
 */
export async function Named({ id, req }: { id: unknown; req: PayloadRequest }) {
  if (id === undefined) return null
  const [activation, { messages }] = await Promise.all([findActivation(req, id), getI18n()])
  if (!activation) return null
  const { named, unnamed } = messages.naming
  const installation = installationName(activation, messages.activations.unnamed)
  return (
    <Notice className="mb-4" role="status" tone="success">
      {fill(activation.name ? named : unnamed, { installation })}
    </Notice>
  )
}
