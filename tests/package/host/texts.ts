import assert from 'node:assert/strict'

import {
  adminTranslations,
  type MailMessages,
  mailMessages,
  type PortalMessages,
  portalMessages,
} from 'payload-license-manager/translations'

/** What docs/plugin.md says of the texts of the portal, the mails and the admin panel. Run by Node, without Next. */
const navigation: PortalMessages['nav'] | undefined = portalMessages.de?.nav
const confirmation: MailMessages['confirmEmail'] = mailMessages.de.confirmEmail
assert.deepEqual(
  [
    Object.keys(portalMessages),
    Object.keys(mailMessages),
    Object.keys(adminTranslations),
    navigation?.licenses,
    confirmation.button,
    adminTranslations.de.licenseManager.licenses,
  ],
  [['en', 'de'], ['en', 'de'], ['de', 'en'], 'Lizenzen', 'Adresse bestätigen', 'Lizenzen'],
)
