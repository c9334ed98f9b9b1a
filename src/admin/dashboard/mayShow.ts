import type { PayloadRequest } from 'payload'

import { isAdminRequest } from '../../../access/isAdmin'
import { mayDo } from '../../../access/mayDo'
import type { WidgetName } from './texts'

/** Whether a widget is shown: to administrators who may read all of what it counts or names. Payload renders widgets for whoever asks. */
export async function mayShow(req: PayloadRequest, name: WidgetName): Promise<boolean> {
  return isAdminRequest(req) && mayDo(req, subjectOf(name), 'read')
}

function subjectOf(name: WidgetName) {
  if (name === 'failed-attempts') return name
  if (name === 'activations-over-time') return 'activations'
  return name.startsWith('licenses') ? 'licenses' : 'customers'
}
