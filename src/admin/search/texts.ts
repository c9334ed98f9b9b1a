import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of the search in the header. */
export const searchTexts = defineTexts({
  en: {
    all: {
      activations: 'Show all activations with “{term}”',
      customers: 'Show all customers with “{term}”',
      licenses: 'Show all licenses with “{term}”',
    },
    close: 'Close',
    cutOff: 'Not everything could be looked through in time. Type more.',
    failed: 'The search did not work.',
    field: 'Search customers, licenses and domains',
    group: { activations: 'Activations', customers: 'Customers', licenses: 'Licenses' },
    hint: 'Names, e-mail addresses, Client IDs, license codes, invoices, domains: two characters are enough.',
    inactive: 'not active',
    invoice: 'Invoice {invoice}',
    loading: 'Searching …',
    none: 'Nothing found for “{term}”.',
    open: 'Search',
    results: plural({ one: '{count} result', other: '{count} results' }),
    retry: 'Try again',
    vague: 'Type three letters or digits in a row.',
  },
  de: {
    all: {
      activations: 'Alle Aktivierungen mit „{term}“ anzeigen',
      customers: 'Alle Kunden mit „{term}“ anzeigen',
      licenses: 'Alle Lizenzen mit „{term}“ anzeigen',
    },
    close: 'Schließen',
    cutOff: 'Nicht alles ließ sich rechtzeitig durchsuchen. Geben Sie mehr ein.',
    failed: 'Die Suche hat nicht geklappt.',
    field: 'Kunden, Lizenzen und Domains suchen',
    group: { activations: 'Aktivierungen', customers: 'Kunden', licenses: 'Lizenzen' },
    hint: 'Namen, E-Mail-Adressen, Client-IDs, Lizenzcodes, Rechnungen, Domains: Zwei Zeichen genügen.',
    inactive: 'nicht aktiv',
    invoice: 'Rechnung {invoice}',
    loading: 'Es wird gesucht …',
    none: 'Nichts gefunden zu „{term}“.',
    open: 'Suchen',
    results: plural({ one: '{count} Ergebnis', other: '{count} Ergebnisse' }),
    retry: 'Noch einmal versuchen',
    vague: 'Geben Sie drei Buchstaben oder Ziffern hintereinander ein.',
  },
})
