import type { PayloadRequest } from 'payload'

import { installationName } from '../activations/installationName'
import { Notice } from '../components/ui/Notice'
import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import { findActivation } from '../queries/findActivation'

/**
 * Says what was deactivated, to those who did it on a page of its own.
 *
 * @param id from the address; nothing is said unless it is an ended activation of the customer's own
 */
export async function Deactivated({ id, req }: { id: unknown; req: PayloadRequest }) {
  if (id === undefined) return null
  const [activation, { messages }] = await Promise.all([findActivation(req, id), getI18n()])
  if (activation?.state !== 'inactive') return null
  const installation = installationName(activation, messages.activations.unnamed)
  return (
    <Notice className="mb-4" role="status" tone="success">
      {fill(messages.deactivate.done, { installation })}
    </Notice>
  )
}
