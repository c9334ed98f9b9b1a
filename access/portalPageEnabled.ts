import type { PayloadRequest } from 'payload'

import { getSettings } from '../collections/Settings/getSettings'

/** The portal's pages that the settings can switch off. */
export type SwitchablePage = 'activations' | 'licenses'

/** Whether the settings show this page, and with it the customer's own data behind it, in the portal. */
export async function isPortalPageEnabled(
  req: PayloadRequest,
  page: SwitchablePage,
): Promise<boolean> {
  const settings = await getSettings(req)
  return page === 'licenses'
    ? settings.enableLicensesPage !== false
    : settings.enableActivationsPage !== false
}
