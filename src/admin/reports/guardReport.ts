import { redirect } from 'next/navigation'
import type { PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { mayReadReport } from '../../reports/mayReadReport'

/**
 * Lets only those in who may see the report. Payload guards no view that a plugin adds: strangers are sent to the login, which brings
 * them back, and everybody else to the page that says they may not.
 *
 * @param path of the view below the admin panel, with its query
 */
export async function guardReport(req: PayloadRequest, path: string): Promise<void> {
  if (await mayReadReport(req)) return
  const { admin, routes } = req.payload.config
  const url = (to: `/${string}`) => formatAdminURL({ adminRoute: routes.admin, path: to })
  if (req.user) redirect(url(admin.routes.unauthorized))
  redirect(`${url(admin.routes.login)}?redirect=${encodeURIComponent(url(path as `/${string}`))}`)
}
