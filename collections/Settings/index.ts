import type { GlobalConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { adminGroup } from '../group'
import { apiTab } from './tabs/api'
import { brandTab } from './tabs/brand'
import { generalTab } from './tabs/general'
import { mailsTab } from './tabs/mails'
import { licensingTab } from './tabs/licensing'
import { securityTab } from './tabs/security'
import { webhooksTab } from './tabs/webhooks'

/** Settings of the portal, the rules and the API. They hold from the next request on. */
export const Settings: GlobalConfig = {
  slug: 'settings',
  label: 'Settings',
  access: { read: isAdmin, readVersions: isAdmin, update: isAdmin },
  admin: { group: adminGroup },
  fields: [
    {
      type: 'tabs',
      tabs: [generalTab, brandTab, licensingTab, mailsTab, securityTab, apiTab, webhooksTab],
    },
  ],
}
