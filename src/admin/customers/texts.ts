import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of the customers' list and page. */
export const customersTexts = defineTexts({
  en: {
    anyProvider: 'Any',
    cleanUp: 'Clean up inactive accounts',
    cleanUpBody:
      'Accounts that were made before this day and not used since are deleted. Their licenses and activations stay.',
    cleanUpNobody: 'No account is that inactive.',
    cleanUpShow: 'Show what would be deleted',
    copied: 'Copied.',
    copy: 'Copy {value}',
    copyFailed: 'It could not be copied. Select the text and copy it yourself.',
    delete: 'Delete',
    deleteCount: plural({ one: 'Delete {count} customer', other: 'Delete {count} customers' }),
    deleteOne: 'Delete customer',
    disable: 'Disable',
    disableBody: plural({
      one: '{count} customer is logged out everywhere and cannot log in until the account is enabled again. Licenses keep working.',
      other:
        '{count} customers are logged out everywhere and cannot log in until the accounts are enabled again. Licenses keep working.',
    }),
    filters: 'Filters',
    filter: {
      all: 'All',
      confirmed: 'Confirmed',
      disabled: 'Disabled',
      inactive: 'Inactive for a year',
      never: 'Never logged in',
      unconfirmed: 'Not confirmed',
    },
    gone: 'The customer is deleted.',
    inactiveSince: 'Not used since',
    keepsOwners: 'Keep accounts that own licenses',
    moveAll: 'Give its licenses the new Client ID',
    moveCount: plural({
      one: 'Give its {count} license the new Client ID',
      other: 'Give its {count} licenses the new Client ID',
    }),
    more: plural({ one: 'and {count} more', other: 'and {count} more' }),
    provider: 'Signs in with',
    sendReset: 'Send reset mail',
    sendResetBody: plural({
      one: '{count} customer gets a mail with a link to set a new password. Disabled accounts get none.',
      other:
        '{count} customers get a mail with a link to set a new password. Disabled accounts get none.',
    }),
    state: { active: 'Active', disabled: 'Disabled', unconfirmed: 'Not confirmed' },
    stays: {
      customers: plural({
        one: '{count} customer is deleted, with logins, sessions and passkeys. This cannot be undone.',
        other:
          '{count} customers are deleted, with logins, sessions and passkeys. This cannot be undone.',
      }),
      licenses: plural({
        one: '{count} license stays, with its activations, and belongs to nobody until its Client ID is changed.',
        other:
          '{count} licenses stay, with their activations, and belong to nobody until their Client IDs are changed.',
      }),
      none: 'No license is affected.',
    },
  },
  de: {
    anyProvider: 'Beliebig',
    cleanUp: 'Inaktive Konten aufräumen',
    cleanUpBody:
      'Konten, die vor diesem Tag angelegt und seitdem nicht benutzt wurden, werden gelöscht. Ihre Lizenzen und Aktivierungen bleiben.',
    cleanUpNobody: 'So lange inaktiv ist kein Konto.',
    cleanUpShow: 'Zeigen, was gelöscht würde',
    copied: 'Kopiert.',
    copy: '{value} kopieren',
    copyFailed:
      'Es konnte nicht kopiert werden. Markieren Sie den Text und kopieren Sie ihn selbst.',
    delete: 'Löschen',
    deleteCount: plural({ one: '{count} Kunden löschen', other: '{count} Kunden löschen' }),
    deleteOne: 'Kunden löschen',
    disable: 'Sperren',
    disableBody: plural({
      one: '{count} Kunde wird überall abgemeldet und kann sich nicht anmelden, bis das Konto wieder freigegeben ist. Lizenzen gelten weiter.',
      other:
        '{count} Kunden werden überall abgemeldet und können sich nicht anmelden, bis die Konten wieder freigegeben sind. Lizenzen gelten weiter.',
    }),
    filters: 'Filter',
    filter: {
      all: 'Alle',
      confirmed: 'Bestätigt',
      disabled: 'Gesperrt',
      inactive: 'Seit einem Jahr inaktiv',
      never: 'Nie angemeldet',
      unconfirmed: 'Nicht bestätigt',
    },
    gone: 'Der Kunde ist gelöscht.',
    inactiveSince: 'Nicht benutzt seit',
    keepsOwners: 'Konten behalten, denen Lizenzen gehören',
    moveAll: 'Den Lizenzen die neue Client-ID geben',
    moveCount: plural({
      one: 'Der {count} Lizenz die neue Client-ID geben',
      other: 'Den {count} Lizenzen die neue Client-ID geben',
    }),
    more: plural({ one: 'und {count} weiteres', other: 'und {count} weitere' }),
    provider: 'Meldet sich an mit',
    sendReset: 'Mail zum Zurücksetzen senden',
    sendResetBody: plural({
      one: '{count} Kunde erhält eine Mail mit einem Link für ein neues Passwort. Gesperrte Konten erhalten keine.',
      other:
        '{count} Kunden erhalten eine Mail mit einem Link für ein neues Passwort. Gesperrte Konten erhalten keine.',
    }),
    state: { active: 'Aktiv', disabled: 'Gesperrt', unconfirmed: 'Nicht bestätigt' },
    stays: {
      customers: plural({
        one: '{count} Kunde wird mit Anmeldungen, Sitzungen und Passkeys gelöscht. Das lässt sich nicht rückgängig machen.',
        other:
          '{count} Kunden werden mit Anmeldungen, Sitzungen und Passkeys gelöscht. Das lässt sich nicht rückgängig machen.',
      }),
      licenses: plural({
        one: '{count} Lizenz bleibt mit ihren Aktivierungen und gehört niemandem, bis ihre Client-ID geändert wird.',
        other:
          '{count} Lizenzen bleiben mit ihren Aktivierungen und gehören niemandem, bis ihre Client-IDs geändert werden.',
      }),
      none: 'Keine Lizenz ist betroffen.',
    },
  },
})
