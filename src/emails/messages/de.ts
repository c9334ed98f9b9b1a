import { plural } from '../../text/fill'
import type { MailMessages } from './languages'

/** Every text of the mails in German. After the greeting's comma a sentence goes on in lower case. */
export const de: MailMessages = {
  footer: 'Diese E-Mail wurde von {product} gesendet.',
  support: 'Fragen? Schreiben Sie an {email}.',
  linkHint: 'Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse: {url}',
  facts: { browser: 'Browser', ip: 'IP-Adresse', when: 'Zeitpunkt' },
  unknown: 'unbekannt',
  confirmEmail: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    greeting: 'Guten Tag {name},',
    body: 'bestätigen Sie, dass diese Adresse Ihnen gehört, um Ihre Registrierung bei {product} abzuschließen.',
    button: 'Adresse bestätigen',
    note: 'Der Link gilt 24 Stunden. Sie haben sich nicht registriert? Dann bestätigen Sie nicht; auf der Seite können Sie das Konto entfernen, das jemand mit Ihrer Adresse angelegt hat.',
  },
  alreadyRegistered: {
    subject: 'Sie haben bereits ein Konto',
    body: 'Jemand, vielleicht Sie selbst, wollte diese Adresse für ein neues Konto oder als neue Adresse eines Kontos verwenden. Sie gehört bereits zu Ihrem Konto bei {product}, und es wurde nichts geändert.',
    button: 'Anmelden',
    note: 'Sie wissen Ihr Passwort nicht mehr? Legen Sie ein neues fest: {url}',
  },
  resetPassword: {
    subject: 'Legen Sie ein neues Passwort fest',
    greeting: 'Guten Tag {name},',
    body: 'mit diesem Link legen Sie ein neues Passwort für Ihr Konto bei {product} fest.',
    button: 'Neues Passwort festlegen',
    note: 'Er gilt eine Stunde lang und nur einmal. Sie haben ihn nicht angefordert? Dann geschieht nichts, und Sie müssen nichts unternehmen.',
  },
  invitation: {
    subject: 'Ihr Konto bei {product}',
    greeting: 'Guten Tag {name},',
    body: 'bei {product} gibt es ein Konto für Sie. Darin sehen Sie Ihre Lizenzen und wo sie in Gebrauch sind. Wählen Sie ein Passwort, um sich anzumelden.',
    button: 'Passwort wählen',
    note: 'Der Link gilt sieben Tage lang und nur einmal. Danach legen Sie auf der Anmeldeseite mit „Passwort vergessen?“ ein Passwort fest.',
  },
  passwordChanged: {
    subject: 'Ihr Passwort wurde geändert',
    greeting: 'Guten Tag {name},',
    body: 'das Passwort Ihres Kontos bei {product} wurde geändert, und alle anderen Sitzungen wurden beendet.',
    button: 'Das war ich nicht',
    note: 'Wenn Sie das waren, müssen Sie nichts unternehmen. Wenn nicht, legen Sie sofort ein neues Passwort fest.',
  },
  confirmNewEmail: {
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    greeting: 'Guten Tag {name},',
    body: 'bestätigen Sie, dass Sie sich künftig mit dieser Adresse bei {product} anmelden möchten.',
    button: 'Diese Adresse verwenden',
    note: 'Der Link gilt 24 Stunden. Bis dahin bleibt Ihre jetzige Adresse.',
  },
  emailChangeRequested: {
    subject: 'Eine Änderung Ihrer E-Mail-Adresse wurde angefordert',
    greeting: 'Guten Tag {name},',
    body: 'jemand, der unter Ihrem Namen angemeldet ist, hat angefordert, die Adresse Ihres Kontos bei {product} in {email} zu ändern. Sie wird geändert, sobald die neue Adresse bestätigt ist.',
    button: 'Meine Adresse behalten',
    note: 'Wenn Sie das waren, müssen Sie nichts unternehmen.',
  },
  emailChanged: {
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    greeting: 'Guten Tag {name},',
    body: 'die Adresse Ihres Kontos bei {product} ist jetzt {email}. An die bisherige gehen keine E-Mails mehr.',
    note: 'Das waren nicht Sie? Schreiben Sie sofort an Ihren Anbieter.',
  },
  newSignIn: {
    subject: 'Neue Anmeldung in Ihrem Konto',
    greeting: 'Guten Tag {name},',
    body: 'jemand hat sich in Ihrem Konto bei {product} mit einem Browser angemeldet, den wir noch nicht kennen.',
    button: 'Das war ich nicht: Sitzung beenden',
    note: 'Wenn Sie das waren, müssen Sie nichts unternehmen.',
  },
  securityChanged: {
    subject: 'Die Sicherheit Ihres Kontos wurde geändert',
    greeting: 'Guten Tag {name},',
    what: {
      identityLinked:
        'Sie können sich ab jetzt mit Ihrem Konto bei {provider} in Ihrem Konto bei {product} anmelden.',
      identityUnlinked: 'Ihr Konto bei {provider} öffnet Ihr Konto bei {product} nicht mehr.',
      passkeyAdded: 'Ihrem Konto bei {product} wurde ein Passkey hinzugefügt.',
      passkeyRemoved: 'aus Ihrem Konto bei {product} wurde ein Passkey entfernt.',
      recoveryCodesRenewed:
        'für Ihr Konto bei {product} wurden neue Wiederherstellungscodes erstellt; die alten gelten nicht mehr.',
      totpDisabled: 'die Authenticator-App wurde aus Ihrem Konto bei {product} entfernt.',
      totpEnabled: 'Ihrem Konto bei {product} wurde eine Authenticator-App hinzugefügt.',
    },
    button: 'Das war ich nicht',
    note: 'Wenn Sie das waren, müssen Sie nichts unternehmen. Wenn nicht, legen Sie sofort ein neues Passwort fest.',
  },
  socialProof: {
    subject: 'Schließen Sie die Anmeldung mit {provider} ab',
    greeting: 'Guten Tag {name},',
    greetingWithoutName: 'Guten Tag,',
    body: 'jemand meldet sich bei {product} mit einem Konto von {provider} an, das diese Adresse hat. {provider} sagt uns nicht, ob die Adresse der Person gehört. Waren Sie das? Dann öffnen Sie diesen Link im selben Browser.',
    button: 'Weiter',
    note: 'Der Link gilt eine Stunde lang und nur einmal. Das waren nicht Sie? Dann müssen Sie nichts tun: Ohne diesen Link kommt niemand hinein.',
  },
  licenseDelivery: {
    subject: 'Ihre Lizenz für {item}',
    greeting: 'Guten Tag {name},',
    greetingWithoutName: 'Guten Tag,',
    body: 'hier ist Ihre Lizenz für {item}. Geben Sie den Code in der Software ein, um sie zu aktivieren.',
    attached: 'Angehängt ist ein Zertifikat, mit dem die Software auch ohne Verbindung läuft.',
    attachedUntil:
      'Angehängt ist ein Zertifikat, mit dem die Software bis {until} auch ohne Verbindung läuft.',
    button: 'Kundenportal öffnen',
    note: 'Im Portal sehen Sie, wo die Lizenz in Gebrauch ist, und geben einen Platz frei, wenn Sie auf ein anderes Gerät umziehen.',
    facts: {
      code: 'Lizenzcode',
      expires: 'Gültig bis',
      product: 'Produkt',
      uses: 'Installationen gleichzeitig',
      updates: 'Aktualisierungen bis',
    },
  },
  expiryWarning: {
    subject: plural({
      one: 'Ihre Lizenz für {item} läuft in {count} Tag ab',
      other: 'Ihre Lizenz für {item} läuft in {count} Tagen ab',
    }),
    greeting: 'Guten Tag {name},',
    greetingWithoutName: 'Guten Tag,',
    body: 'Ihre Lizenz für {item} gilt bis {date}. Danach wird die Software, die mit ihr läuft, abgewiesen.',
    button: 'Lizenz ansehen',
    note: 'Sie haben sie schon verlängert? Dann müssen Sie nichts tun.',
  },
  accountDeleted: {
    subject: 'Ihr Konto ist gelöscht',
    greeting: 'Guten Tag {name},',
    body: 'Ihr Konto bei {product} ist gelöscht, mit allem, womit Sie sich angemeldet haben. Lizenzen, die Ihnen gehören, funktionieren weiterhin.',
    note: 'Das waren nicht Sie? Schreiben Sie sofort an Ihren Anbieter.',
  },
}
