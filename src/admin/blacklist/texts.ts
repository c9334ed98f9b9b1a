import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of the way from the settings to the blacklist. */
export const blacklistTexts = defineTexts({
  en: {
    add: 'Add a domain or an address',
    count: plural({
      one: '{count} entry refuses calls.',
      other: '{count} entries refuse calls.',
    }),
    heading: 'Blacklisted domains and IP addresses',
    none: 'No domain and no IP address is blacklisted.',
    show: 'Show the blacklist',
  },
  de: {
    add: 'Domain oder Adresse hinzufügen',
    count: plural({
      one: '{count} Eintrag weist Aufrufe ab.',
      other: '{count} Einträge weisen Aufrufe ab.',
    }),
    heading: 'Gesperrte Domains und IP-Adressen',
    none: 'Keine Domain und keine IP-Adresse ist gesperrt.',
    show: 'Sperrliste anzeigen',
  },
})
