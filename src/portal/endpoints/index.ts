import type { Endpoint } from 'payload'

import { deactivateActivation } from './deactivateActivation'
import { fileEndpoints } from './files'

/** The portal's calls under `/api/portal`. Each checks the portal's session itself. */
export const portalEndpoints: Endpoint[] = [
  { handler: deactivateActivation, method: 'post', path: '/portal/activations/:id/deactivate' },
  ...fileEndpoints,
]
