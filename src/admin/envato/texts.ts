import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of the notice that purchases wait for a decision. */
export const envatoTexts = defineTexts({
  en: {
    conflicts: plural({
      one: '{count} purchase at Envato was not taken: its code is the license of somebody else.',
      other:
        '{count} purchases at Envato were not taken: their codes are licenses of somebody else.',
    }),
    show: 'Show the conflicts',
  },
  de: {
    conflicts: plural({
      one: '{count} Kauf bei Envato wurde nicht übernommen: Sein Code ist die Lizenz von jemand anderem.',
      other:
        '{count} Käufe bei Envato wurden nicht übernommen: Ihre Codes sind Lizenzen von jemand anderem.',
    }),
    show: 'Die Konflikte anzeigen',
  },
})
