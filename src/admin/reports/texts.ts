import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of the reports. */
export const reportsTexts = defineTexts({
  en: {
    address: 'E-mail',
    allProducts: 'All products',
    apply: 'Show',
    column: {
      activations: 'Activations',
      customer: 'Customer',
      licenses: 'Licenses',
      place: 'Place',
      products: 'Products',
    },
    counted: 'Counted {when}; every ten minutes anew.',
    download: 'Download CSV',
    empty: {
      filtered: 'No customer has any of these. Choose another period or product.',
      none: 'No license belongs to a customer yet.',
      notYet: 'The customers are being counted for the first time. Look again in a minute.',
    },
    figures: {
      activations: plural({ one: '{count} activation', other: '{count} activations' }),
      licenses: plural({ one: '{count} license', other: '{count} licenses' }),
      products: plural({ one: '{count} product', other: '{count} products' }),
    },
    heading: 'Top customers',
    intro:
      'Licenses count when they were issued, activations when they were made, whether active or not.',
    metric: 'Rank by',
    metrics: { activations: 'Activations', licenses: 'Licenses', products: 'Products' },
    next: 'Next page',
    pages: 'Pages',
    part: '{from} to {to} of {total}',
    period: 'Period',
    periods: { '30': '30 days', '90': '90 days', '365': '365 days', all: 'All time' },
    previous: 'Previous page',
    product: 'Product',
    reset: 'Show all',
  },
  de: {
    address: 'E-Mail',
    allProducts: 'Alle Produkte',
    apply: 'Anzeigen',
    column: {
      activations: 'Aktivierungen',
      customer: 'Kunde',
      licenses: 'Lizenzen',
      place: 'Platz',
      products: 'Produkte',
    },
    counted: 'Gezählt {when}; alle zehn Minuten neu.',
    download: 'Als CSV herunterladen',
    empty: {
      filtered:
        'Kein Kunde hat etwas davon. Wählen Sie einen anderen Zeitraum oder ein anderes Produkt.',
      none: 'Noch gehört keine Lizenz einem Kunden.',
      notYet:
        'Die Kunden werden zum ersten Mal gezählt. Sehen Sie in einer Minute noch einmal nach.',
    },
    figures: {
      activations: plural({ one: '{count} Aktivierung', other: '{count} Aktivierungen' }),
      licenses: plural({ one: '{count} Lizenz', other: '{count} Lizenzen' }),
      products: plural({ one: '{count} Produkt', other: '{count} Produkte' }),
    },
    heading: 'Top-Kunden',
    intro:
      'Lizenzen zählen, wann sie ausgestellt, Aktivierungen, wann sie vorgenommen wurden, ob aktiv oder nicht.',
    metric: 'Rang nach',
    metrics: { activations: 'Aktivierungen', licenses: 'Lizenzen', products: 'Produkten' },
    next: 'Nächste Seite',
    pages: 'Seiten',
    part: '{from} bis {to} von {total}',
    period: 'Zeitraum',
    periods: { '30': '30 Tage', '90': '90 Tage', '365': '365 Tage', all: 'Gesamte Zeit' },
    previous: 'Vorige Seite',
    product: 'Produkt',
    reset: 'Alle anzeigen',
  },
})
