import type { PayloadRequest } from 'payload'

import { canDeactivateActivations } from '../../../access/canDeactivateActivations'
import type { PortalPages } from '../shell/portalPages'
import { QuickActionList } from './QuickActionList'

/** What customers come for most, as far as it is allowed. */
export async function QuickActions({ pages, req }: { pages: PortalPages; req: PayloadRequest }) {
  return <QuickActionList canDeactivate={await canDeactivateActivations(req)} pages={pages} />
}
