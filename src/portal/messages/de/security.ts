import { plural } from '../../../text/fill'
import type { Messages } from '../languages'

/** Texts of passkeys and of the second factor. */
export const security: Messages['security'] = {
  verify: {
    title: 'Zweiter Schritt',
    heading: 'Code eingeben',
    intro:
      'Öffnen Sie Ihre Authenticator-App oder verwenden Sie einen Ihrer Wiederherstellungscodes.',
    code: 'Code',
    submit: 'Anmelden',
    submitting: 'Wird geprüft …',
    wrong: 'Dieser Code ist falsch oder wurde bereits verwendet. Warten Sie auf den nächsten.',
    locked: 'Zu viele falsche Codes. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
    gone: 'Das hat zu lange gedauert. Melden Sie sich noch einmal an.',
    unavailable:
      'Die Anmeldung ist gerade nicht möglich. Versuchen Sie es in einem Augenblick noch einmal.',
    back: 'Von vorn beginnen',
  },
  passkeyLogin: {
    submit: 'Mit einem Passkey anmelden',
    working: 'Warten auf Ihr Gerät …',
    or: 'oder',
    failed:
      'Dieser Passkey hat nicht funktioniert. Versuchen Sie es erneut oder verwenden Sie Ihr Passwort.',
  },
  totp: {
    title: 'Authenticator-App',
    hint: 'Ein zweiter Schritt nach Ihrem Passwort oder verbundenen Konto: ein Code, der sich alle 30 Sekunden ändert.',
    on: 'Ein',
    off: 'Aus',
    start: 'Einrichten',
    scan: 'Scannen Sie dieses Bild mit Ihrer Authenticator-App oder geben Sie den Schlüssel dort ein.',
    qrCode: 'QR-Code mit dem Schlüssel für Ihre Authenticator-App',
    key: 'Schlüssel',
    code: 'Code aus der App',
    confirm: 'Einschalten',
    disable: 'Ausschalten',
    renew: 'Neue Wiederherstellungscodes',
    left: plural({
      one: 'Noch {count} Wiederherstellungscode',
      other: 'Noch {count} Wiederherstellungscodes',
    }),
    codes: 'Ihre Wiederherstellungscodes',
    codesHint:
      'Jeder ersetzt Ihre App ein einziges Mal. Bewahren Sie sie so auf, dass Sie auch ohne Ihr Telefon darauf zugreifen können: Sie werden nicht noch einmal angezeigt.',
    codesCopy: 'Wiederherstellungscodes',
    disabled: 'Die Authenticator-App ist ausgeschaltet.',
    codeWrong:
      'Dieser Code ist falsch. Prüfen Sie die Uhrzeit Ihres Geräts und versuchen Sie den nächsten.',
    codeLocked:
      'Zu viele falsche Codes. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
    expired: 'Das hat zu lange gedauert. Beginnen Sie von vorn.',
    working: 'Einen Augenblick …',
  },
  passkeys: {
    title: 'Passkeys',
    hint: 'Melden Sie sich statt mit einem Passwort mit Fingerabdruck, Gesicht oder Geräte-PIN an.',
    none: 'Noch keine Passkeys.',
    unsupported: 'Dieser Browser unterstützt keine Passkeys.',
    name: 'Name des Passkeys',
    nameExample: 'Mein Laptop',
    add: 'Passkey hinzufügen',
    adding: 'Warten auf Ihr Gerät …',
    added: 'Der Passkey ist hinzugefügt.',
    removed: 'Der Passkey ist entfernt.',
    failed: 'Der Passkey konnte nicht hinzugefügt werden. Versuchen Sie es erneut.',
    gone: 'Diesen Passkey gibt es nicht mehr.',
    lastWay:
      'Das ist Ihre einzige Möglichkeit, sich anzumelden. Legen Sie zuerst ein Passwort fest oder verbinden Sie ein Konto.',
    tooManyPasskeys: 'Sie haben 20 Passkeys. Entfernen Sie zuerst einen.',
    addedOn: 'Hinzugefügt am {date}',
    usedOn: 'zuletzt verwendet am {date}',
    remove: 'Entfernen',
    removeOf: '{name} entfernen',
    removeHint: '{name} entfernen? Sie können sich dann nicht mehr damit anmelden.',
  },
}
