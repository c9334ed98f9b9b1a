import type { Config } from 'payload'

import { reportPath } from '../../src/admin/reports/address'

/**
 * Adds to the admin panel what belongs to no single collection: the notices of mails that do not leave and of purchases that wait, the search in the header and the
 * reports. What the host has there stays; its own view of one of our names is used in place of ours.
 */
export function withAdminParts(admin: Config['admin']): Config['admin'] {
  const host = admin?.components
  return {
    ...admin,
    components: {
      ...host,
      actions: ['payload-license-manager/client#AdminSearch', ...(host?.actions ?? [])],
      afterNavLinks: ['payload-license-manager/client#ReportsNav', ...(host?.afterNavLinks ?? [])],
      beforeDashboard: [
        'payload-license-manager/rsc#MailNotice',
        'payload-license-manager/rsc#ConflictNotice',
        ...(host?.beforeDashboard ?? []),
      ],
      views: {
        topCustomers: {
          Component: 'payload-license-manager/rsc#TopCustomersReport',
          exact: true,
          meta: { title: 'Top customers' },
          path: reportPath,
        },
        ...host?.views,
      },
    },
  }
}
