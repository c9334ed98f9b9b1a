import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of what administrators do to a customer's account. */
export const accountTexts = defineTexts({
  en: {
    actions: {
      'confirm-email': 'Confirm e-mail',
      disable: 'Disable account',
      enable: 'Enable account',
      'end-sessions': 'End all sessions',
      'send-reset': 'Send reset mail',
    },
    answers: {
      'confirm-email': {
        already: 'The e-mail address was confirmed before.',
        confirmed: 'The e-mail address is confirmed.',
      },
      disable: {
        already: 'The account was disabled before.',
        disabled: 'The account is disabled and logged out everywhere.',
      },
      enable: { already: 'The account is not disabled.', enabled: 'The account is enabled.' },
      'send-reset': {
        disabled: 'The account is disabled. Enable it first.',
        lately: 'The customer was sent a link within the last minute.',
        queued: 'The customer gets a mail with a link to set a new password.',
      },
    },
    confirmed: 'E-mail confirmed',
    disabled: 'Disabled',
    enabled: 'Enabled',
    failed: 'That did not work. Try again in a moment.',
    questions: {
      disable:
        'The customer is logged out everywhere and cannot log in until you enable the account. Links in mails that they got stop working. Their licenses keep working.',
      'end-sessions':
        'The customer is logged out of the portal on every device and can log in again.',
    },
    region: 'Account',
    saveFirst: 'Save your changes first.',
    sessionsEnded: plural({
      one: '{count} session was ended.',
      other: '{count} sessions were ended.',
    }),
    state: 'State of the account',
    totpOff: 'No authenticator app',
    totpOn: 'Authenticator app on',
    unconfirmed: 'E-mail not confirmed',
  },
  de: {
    actions: {
      'confirm-email': 'E-Mail bestätigen',
      disable: 'Konto sperren',
      enable: 'Konto freigeben',
      'end-sessions': 'Alle Sitzungen beenden',
      'send-reset': 'Mail für neues Passwort senden',
    },
    answers: {
      'confirm-email': {
        already: 'Die E-Mail-Adresse war bereits bestätigt.',
        confirmed: 'Die E-Mail-Adresse ist bestätigt.',
      },
      disable: {
        already: 'Das Konto war bereits gesperrt.',
        disabled: 'Das Konto ist gesperrt und überall abgemeldet.',
      },
      enable: {
        already: 'Das Konto ist nicht gesperrt.',
        enabled: 'Das Konto ist freigegeben.',
      },
      'send-reset': {
        disabled: 'Das Konto ist gesperrt. Geben Sie es zuerst frei.',
        lately: 'Dem Kunden wurde innerhalb der letzten Minute bereits ein Link gesendet.',
        queued: 'Der Kunde erhält eine Mail mit einem Link für ein neues Passwort.',
      },
    },
    confirmed: 'E-Mail bestätigt',
    disabled: 'Gesperrt',
    enabled: 'Freigegeben',
    failed: 'Das hat nicht geklappt. Versuchen Sie es in einem Augenblick noch einmal.',
    questions: {
      disable:
        'Der Kunde wird überall abgemeldet und kann sich nicht anmelden, bis Sie das Konto wieder freigeben. Links in Mails, die er erhalten hat, funktionieren nicht mehr. Seine Lizenzen gelten weiter.',
      'end-sessions':
        'Der Kunde wird auf allen Geräten vom Portal abgemeldet und kann sich wieder anmelden.',
    },
    region: 'Konto',
    saveFirst: 'Speichern Sie zuerst Ihre Änderungen.',
    sessionsEnded: plural({
      one: '{count} Sitzung wurde beendet.',
      other: '{count} Sitzungen wurden beendet.',
    }),
    state: 'Zustand des Kontos',
    totpOff: 'Keine Authenticator-App',
    totpOn: 'Authenticator-App eingerichtet',
    unconfirmed: 'E-Mail nicht bestätigt',
  },
})
