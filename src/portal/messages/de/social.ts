import { plural } from '../../../text/fill'
import type { Messages } from '../languages'

/** Texts of signing in with accounts of other providers. */
export const social: Messages['social'] = {
  signInWith: 'Mit {provider} anmelden',
  or: 'oder',
  notices: {
    alreadyLinked: 'Ihr Konto bei {provider} ist bereits verbunden.',
    cancelled: 'Sie haben bei {provider} abgebrochen. Es wurde nichts geändert.',
    checkMail:
      '{provider} sagt uns nicht, ob die Adresse Ihnen gehört. Wir haben eine E-Mail an die Adresse Ihres Kontos bei {provider} gesendet, falls sie hier verwendet werden kann: Öffnen Sie den Link in diesem Browser, um fortzufahren. Er gilt eine Stunde lang.',
    disabled: 'Dieses Konto ist gesperrt. Wenden Sie sich an den Support.',
    emailMissing:
      '{provider} hat uns Ihre E-Mail-Adresse nicht genannt. Erlauben Sie es dort, oder legen Sie ein Konto mit Ihrer Adresse an und verbinden Sie {provider} in den Einstellungen.',
    expired:
      'Diese Anmeldung wurde nicht in diesem Browser begonnen, hat zu lange gedauert oder wurde bereits verwendet. Beginnen Sie von vorn.',
    failed:
      '{provider} hat nicht wie erwartet geantwortet. Versuchen Sie es in einem Augenblick noch einmal oder melden Sie sich anders an.',
    identityTaken:
      'Dieses Konto bei {provider} ist mit einem anderen Konto verbunden. Trennen Sie es zuerst dort.',
    linked: 'Ihr Konto bei {provider} ist verbunden. Sie können sich ab jetzt damit anmelden.',
    notLinked: 'Dieses Konto bei {provider} ist nicht mit Ihrem verbunden.',
    registrationOff:
      'Zur Adresse Ihres Kontos bei {provider} gibt es hier kein Konto, und neue Konten können hier nicht angelegt werden. Wenden Sie sich an Ihren Anbieter.',
    tooMany: 'Zu viele Versuche. Versuchen Sie es in einigen Minuten noch einmal.',
    unconfirmed:
      'Bestätigen Sie zuerst Ihre E-Mail-Adresse: Verwenden Sie den Link in der E-Mail, die wir Ihnen gesendet haben.',
    unknownProvider: 'Diese Art der Anmeldung ist nicht verfügbar.',
    used: 'Ihre Käufe bei {provider} werden abgefragt. Neue Lizenzen erscheinen in einem Augenblick.',
  },
  confirm: {
    title: 'Anmeldung abschließen',
    intro: 'Sie melden sich mit {provider} als {email} an.',
    submit: 'Weiter',
    working: 'Einen Augenblick …',
    disabled: 'Dieses Konto ist gesperrt. Wenden Sie sich an den Support.',
    failed: 'Das hat nicht funktioniert. Melden Sie sich noch einmal an.',
    gone: 'Dieser Link ist abgelaufen oder wurde bereits verwendet. Melden Sie sich noch einmal an, um einen neuen zu erhalten.',
    otherBrowser:
      'Öffnen Sie diesen Link in dem Browser, in dem Sie sich angemeldet haben. Sie haben sich nicht angemeldet? Dann hat jemand anderes Ihre Adresse verwendet; es ist nichts geschehen, und Sie müssen nichts unternehmen.',
    registrationOff:
      'Neue Konten können hier derzeit nicht angelegt werden. Wenden Sie sich an Ihren Anbieter.',
    tooMany: 'Zu viele Versuche. Versuchen Sie es in einigen Minuten noch einmal.',
    unconfirmed: 'Bestätigen Sie zuerst Ihre E-Mail-Adresse.',
    back: 'Zurück zur Anmeldung',
  },
  connected: {
    title: 'Verbundene Konten',
    hint: 'Konten bei anderen Anbietern, mit denen Sie sich anmelden können. Wir erfahren dort Ihren Namen und Ihre E-Mail-Adresse, niemals Ihr Passwort.',
    none: 'Es gibt keine anderen Konten, die hier verbunden werden könnten.',
    notConnected: 'Nicht verbunden',
    off: 'Die Anmeldung mit {provider} ist derzeit nicht verfügbar.',
    addedOn: 'Verbunden am {date}',
    usedOn: 'zuletzt verwendet am {date}',
    connect: 'Verbinden',
    connectOf: '{provider} verbinden',
    connectHint: 'Geben Sie Ihr Passwort ein. Danach fragt Sie {provider}.',
    connectFresh: 'Als Nächstes fragt Sie {provider}.',
    continue: 'Weiter zu {provider}',
    disconnect: 'Trennen',
    disconnectOf: '{provider} trennen',
    disconnectHint: '{provider} trennen? Sie können sich dann nicht mehr damit anmelden.',
    disconnected: 'Das Konto ist getrennt.',
    gone: 'Dieses Konto ist nicht mehr verbunden.',
    lastWay:
      'Das ist Ihre einzige Möglichkeit, sich anzumelden. Legen Sie zuerst ein Passwort fest oder fügen Sie einen Passkey hinzu.',
    failed: '{provider} ist nicht erreichbar. Versuchen Sie es in einem Augenblick noch einmal.',
    working: 'Einen Augenblick …',
  },
  purchases: {
    title: 'Käufe bei Envato',
    hint: 'Was Sie bei Envato von diesem Anbieter gekauft haben, erscheint unter Ihren Lizenzen.',
    read: 'Käufe noch einmal abfragen',
    never: 'Noch nicht abgefragt.',
    waiting: 'Werden abgefragt. Neue Lizenzen erscheinen in einem Augenblick.',
    done: plural({
      one: 'Zuletzt abgefragt am {date}: {count} Lizenz hinzugefügt.',
      other: 'Zuletzt abgefragt am {date}: {count} Lizenzen hinzugefügt.',
    }),
    failed: 'Sie konnten am {date} nicht abgefragt werden. Versuchen Sie es noch einmal.',
    see: 'Ihre Lizenzen ansehen',
  },
}
