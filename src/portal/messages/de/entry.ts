import type { Messages } from '../languages'
import { links } from './links'

type Entry = Pick<
  Messages,
  | 'captcha'
  | 'fieldErrors'
  | 'forgot'
  | 'invitation'
  | 'links'
  | 'login'
  | 'register'
  | 'resend'
  | 'reset'
  | 'strength'
>

/** Texts of everything between a stranger and their portal. */
export const entry: Entry = {
  login: {
    title: 'Anmelden',
    heading: 'Willkommen zurück',
    intro: 'Melden Sie sich an, um Ihre Lizenzen und deren Einsatzorte zu sehen.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    showPassword: 'Passwort anzeigen',
    remember: 'Angemeldet bleiben',
    forgot: 'Passwort vergessen?',
    noAccount: 'Noch kein Konto?',
    register: 'Konto anlegen',
    submit: 'Anmelden',
    submitting: 'Anmeldung läuft …',
    missing: 'Geben Sie Ihre E-Mail-Adresse und Ihr Passwort ein.',
    wrong:
      'Die E-Mail-Adresse oder das Passwort ist falsch, oder es gab zu viele Versuche. Prüfen Sie beides, warten Sie einige Minuten oder legen Sie ein neues Passwort fest.',
    captcha: 'Lösen Sie die Aufgabe unten, um sich anzumelden.',
    disabled: 'Dieses Konto ist gesperrt. Wenden Sie sich an den Support.',
    unconfirmed:
      'Bestätigen Sie zuerst Ihre E-Mail-Adresse: Verwenden Sie den Link in der E-Mail, die wir Ihnen gesendet haben.',
    resend: 'E-Mail noch einmal senden',
    tooMany:
      'Zu viele Versuche aus Ihrem Netzwerk. Versuchen Sie es in {minutes} Minuten noch einmal.',
    unavailable:
      'Die Anmeldung ist gerade nicht möglich. Versuchen Sie es in einem Augenblick noch einmal.',
  },
  register: {
    title: 'Konto anlegen',
    heading: 'Legen Sie Ihr Konto an',
    intro: 'Sehen Sie Ihre Lizenzen und verwalten Sie, wo sie im Einsatz sind.',
    name: 'Name',
    email: 'E-Mail-Adresse',
    emailHint:
      'Verwenden Sie die Adresse, mit der Sie gekauft haben, damit Ihre Lizenzen gefunden werden.',
    password: 'Passwort',
    passwordHint:
      'Mindestens {min} Zeichen. Mehrere Wörter sind leicht zu merken und schwer zu erraten.',
    submit: 'Konto anlegen',
    submitting: 'Wird angelegt …',
    haveAccount: 'Haben Sie bereits ein Konto?',
    logIn: 'Anmelden',
    captcha: 'Lösen Sie die Aufgabe unten, um das Konto anzulegen.',
    captchaUnavailable:
      'Die Prüfung gegen Bots antwortet gerade nicht. Versuchen Sie es in einigen Minuten noch einmal.',
    tooMany:
      'Zu viele Versuche aus Ihrem Netzwerk. Versuchen Sie es in {minutes} Minuten noch einmal.',
    unavailable:
      'Ihr Konto konnte nicht angelegt werden. Versuchen Sie es in einem Augenblick noch einmal.',
    invalid: 'Prüfen Sie die markierten Felder.',
    sent: 'Wir haben eine E-Mail an {email} gesendet. Verwenden Sie den Link darin, um die Registrierung abzuschließen. Er gilt 24 Stunden.',
    sentHint: 'Nichts angekommen? Sehen Sie im Spam-Ordner nach, oder',
    sendAgain: 'senden Sie sie noch einmal',
  },
  fieldErrors: {
    emailInvalid: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
    emailSame: 'Das ist bereits Ihre Adresse.',
    nameInvalid:
      'Verwenden Sie nur Buchstaben, Ziffern, Leer- und Satzzeichen und keine Webadresse.',
    nameMissing: 'Geben Sie Ihren Namen ein.',
    nameTooLong: 'Verwenden Sie höchstens {max} Zeichen.',
    passwordGuessable:
      'Dieses Passwort ist leicht zu erraten. Fügen Sie Wörter hinzu, die nichts mit Ihnen zu tun haben.',
    passwordLocked: 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es erneut.',
    passwordMissing: 'Geben Sie ein Passwort ein.',
    passwordTooLong: 'Verwenden Sie höchstens 128 Zeichen.',
    passwordTooShort: 'Verwenden Sie mindestens {min} Zeichen.',
    passwordWrong: 'Das ist nicht Ihr aktuelles Passwort.',
    signInAgain:
      'Melden Sie sich ab und wieder an und wiederholen Sie den Vorgang innerhalb von 15 Minuten.',
    tooMany: 'Zu viele Versuche. Versuchen Sie es in einer Stunde noch einmal.',
  },
  captcha: {
    question: 'Was ist {left} {operator} {right}?',
    plus: 'plus',
    minus: 'minus',
    times: 'mal',
    hint: 'Das hält Programme fern. Antworten Sie in Ziffern.',
    needsScript: 'Schalten Sie JavaScript ein, um zu zeigen, dass Sie kein Programm sind.',
  },
  strength: {
    label: 'Stärke',
    level0: 'Sehr schwach',
    level1: 'Schwach',
    level2: 'Mittel',
    level3: 'Gut',
    level4: 'Stark',
  },
  forgot: {
    title: 'Passwort vergessen',
    heading: 'Neues Passwort festlegen',
    intro:
      'Geben Sie Ihre E-Mail-Adresse ein. Wir senden Ihnen einen Link, der eine Stunde lang gilt.',
    email: 'E-Mail-Adresse',
    submit: 'Link senden',
    submitting: 'Wird gesendet …',
    captcha: 'Lösen Sie die Aufgabe unten, um den Link zu erhalten.',
    captchaUnavailable:
      'Die Prüfung gegen Bots antwortet gerade nicht. Versuchen Sie es in einigen Minuten noch einmal.',
    tooMany:
      'Zu viele Versuche aus Ihrem Netzwerk. Versuchen Sie es in {minutes} Minuten noch einmal.',
    unavailable:
      'Die E-Mail konnte nicht gesendet werden. Versuchen Sie es in einem Augenblick noch einmal.',
    sent: 'Wenn es zu {email} ein Konto gibt, ist ein Link zum Festlegen eines neuen Passworts unterwegs.',
    back: 'Zurück zur Anmeldung',
  },
  resend: {
    title: 'E-Mail-Adresse bestätigen',
    heading: 'Bestätigung noch einmal senden',
    intro: 'Geben Sie die Adresse ein, mit der Sie sich registriert haben.',
    sent: 'Wenn {email} auf eine Bestätigung wartet, ist eine neue E-Mail unterwegs.',
    submit: 'E-Mail senden',
  },
  invitation: {
    title: 'Passwort wählen',
    heading: 'Willkommen',
    intro: 'Wählen Sie ein Passwort für Ihr Konto. Damit ist auch Ihre E-Mail-Adresse bestätigt.',
    password: 'Passwort',
    done: 'Ihr Passwort ist gesetzt. Melden Sie sich damit an.',
    goneHeading: 'Dieser Link funktioniert nicht mehr',
    gone: 'Er gilt sieben Tage lang und nur einmal. Fordern Sie einen neuen an, um Ihr Passwort festzulegen.',
    again: 'Neuen Link anfordern',
  },
  reset: {
    title: 'Neues Passwort festlegen',
    heading: 'Neues Passwort festlegen',
    intro: 'Sie werden überall abgemeldet und melden sich dann mit dem neuen Passwort an.',
    password: 'Neues Passwort',
    submit: 'Passwort speichern',
    submitting: 'Wird gespeichert …',
    done: 'Ihr Passwort ist geändert und alle Sitzungen sind beendet. Melden Sie sich mit dem neuen an.',
    doneAndRemoved:
      'Ihr Passwort ist geändert und alle Sitzungen sind beendet. Passkeys und verbundene Konten wurden entfernt, falls jemand anderes sie hinzugefügt hatte. Melden Sie sich mit dem neuen Passwort an und fügen Sie Ihre in den Einstellungen wieder hinzu.',
    goneHeading: 'Dieser Link funktioniert nicht mehr',
    gone: 'Er gilt eine Stunde lang und nur einmal. Fordern Sie einen neuen an.',
    again: 'Neuen Link anfordern',
    tooMany: 'Zu viele Versuche aus Ihrem Netzwerk. Versuchen Sie es später noch einmal.',
    unavailable:
      'Ihr Passwort konnte nicht gespeichert werden. Versuchen Sie es in einem Augenblick noch einmal.',
    logIn: 'Anmelden',
  },
  links,
}
