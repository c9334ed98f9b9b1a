import { defineTexts } from './i18n/texts'

/** Texts of the small parts of lists and pages. */
export const partsTexts = defineTexts({
  en: {
    licenseStatus: { active: 'Active', blocked: 'Blocked', expired: 'Expired' },
    newApiKey: 'Copy this key now. It is stored as a hash and cannot be shown again.',
  },
  de: {
    licenseStatus: { active: 'Aktiv', blocked: 'Gesperrt', expired: 'Abgelaufen' },
    newApiKey:
      'Kopieren Sie diesen Schlüssel jetzt. Er wird als Hash gespeichert und kann nicht wieder angezeigt werden.',
  },
})
