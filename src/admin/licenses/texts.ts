import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of the licences' list and page. */
export const licensesTexts = defineTexts({
  en: {
    block: 'Block',
    blockBody: plural({
      one: '{count} license is blocked: software that runs under it is refused at its next check.',
      other:
        '{count} licenses are blocked: software that runs under them is refused at its next check.',
    }),
    date: { expiresAt: 'Expires at', supportUntil: 'Support until', updatesUntil: 'Updates until' },
    days: 'Days',
    extend: 'Extend',
    extendBody: plural({
      one: '{count} license gets a later date, counted from its present one or from today where that has passed. Without such a date it stays as it is.',
      other:
        '{count} licenses get a later date, counted from their present one or from today where that has passed. Those without such a date stay as they are.',
    }),
    generate: {
      clientId: 'Client ID',
      codeFormat: 'Code format (empty: as in Settings)',
      count: 'How many',
      csv: 'Download the codes as CSV',
      email: 'E-mail',
      expirationDays: 'Days of validity',
      heading: 'Generate licenses',
      made: plural({ one: '{count} license was made.', other: '{count} licenses were made.' }),
      noProducts: 'Create a product first.',
      none: 'No limit',
      parallelUses: 'Parallel uses',
      product: 'Product',
      start: 'Generate',
      totalUses: 'Total uses',
      type: 'Type',
      types: {
        lifetime: 'Lifetime',
        perpetual: 'Perpetual',
        subscription: 'Subscription',
        trial: 'Trial',
      },
    },
    label: 'Actions for the license',
    saveFirst: 'Save your changes first.',
    send: 'Send by e-mail',
    sendBody: plural({
      one: '{count} license is mailed to its customer, or to its own address. Without either it is left out.',
      other:
        '{count} licenses are mailed to their customers, or to their own addresses. Those without either are left out.',
    }),
    unblock: 'Unblock',
    unblockBody: plural({
      one: '{count} license is no longer blocked.',
      other: '{count} licenses are no longer blocked.',
    }),
    until: 'Which date',
  },
  de: {
    block: 'Blockieren',
    blockBody: plural({
      one: '{count} Lizenz wird blockiert: Software, die mit ihr läuft, wird bei der nächsten Prüfung abgewiesen.',
      other:
        '{count} Lizenzen werden blockiert: Software, die mit ihnen läuft, wird bei der nächsten Prüfung abgewiesen.',
    }),
    date: {
      expiresAt: 'Läuft ab am',
      supportUntil: 'Support bis',
      updatesUntil: 'Aktualisierungen bis',
    },
    days: 'Tage',
    extend: 'Verlängern',
    extendBody: plural({
      one: '{count} Lizenz erhält ein späteres Datum, gezählt vom bisherigen oder, wenn es vorbei ist, von heute. Ohne ein solches Datum bleibt sie, wie sie ist.',
      other:
        '{count} Lizenzen erhalten ein späteres Datum, gezählt vom bisherigen oder, wenn es vorbei ist, von heute. Die ohne ein solches Datum bleiben, wie sie sind.',
    }),
    generate: {
      clientId: 'Client-ID',
      codeFormat: 'Format der Codes (leer: wie in den Einstellungen)',
      count: 'Anzahl',
      csv: 'Codes als CSV herunterladen',
      email: 'E-Mail',
      expirationDays: 'Tage der Gültigkeit',
      heading: 'Lizenzen erzeugen',
      made: plural({
        one: '{count} Lizenz wurde erzeugt.',
        other: '{count} Lizenzen wurden erzeugt.',
      }),
      noProducts: 'Legen Sie zuerst ein Produkt an.',
      none: 'Keine Grenze',
      parallelUses: 'Gleichzeitige Nutzungen',
      product: 'Produkt',
      start: 'Erzeugen',
      totalUses: 'Nutzungen insgesamt',
      type: 'Art',
      types: {
        lifetime: 'Lebenslang',
        perpetual: 'Unbefristet',
        subscription: 'Abonnement',
        trial: 'Test',
      },
    },
    label: 'Aktionen für die Lizenz',
    saveFirst: 'Speichern Sie zuerst Ihre Änderungen.',
    send: 'Per E-Mail senden',
    sendBody: plural({
      one: '{count} Lizenz wird an ihren Kunden oder an ihre eigene Adresse gesendet. Ohne beides wird sie ausgelassen.',
      other:
        '{count} Lizenzen werden an ihre Kunden oder an ihre eigenen Adressen gesendet. Die ohne beides werden ausgelassen.',
    }),
    unblock: 'Freigeben',
    unblockBody: plural({
      one: '{count} Lizenz wird wieder freigegeben.',
      other: '{count} Lizenzen werden wieder freigegeben.',
    }),
    until: 'Welches Datum',
  },
})
