import type { Messages } from '../languages'

/** Texts of the pages that links in mails lead to. */
export const links: Messages['links'] = {
  confirmEmail: {
    title: 'E-Mail-Adresse bestätigen',
    intro: 'Bestätigen Sie, dass {email} Ihre Adresse ist.',
    submit: 'Adresse bestätigen',
    decline: 'Ich habe mich nicht registriert',
    declineHint: 'Hat jemand anderes Ihre Adresse verwendet? Entfernen Sie das Konto.',
    confirmed: 'Ihre Adresse ist bestätigt. Sie können sich jetzt anmelden.',
    discarded: 'Das Konto ist entfernt. Niemand kann es mit Ihrer Adresse verwenden.',
    used: 'Dieser Link wurde bereits verwendet. Wenn Sie das waren, ist Ihre Adresse bestätigt.',
    expired: 'Dieser Link ist abgelaufen. Fordern Sie einen neuen an.',
    unknown:
      'Dieser Link funktioniert nicht. Prüfen Sie, ob die Adresse vollständig ist, oder fordern Sie einen neuen an.',
    again: 'E-Mail noch einmal senden',
  },
  changeEmail: {
    title: 'Neue E-Mail-Adresse bestätigen',
    intro: 'Von da an melden Sie sich mit {email} an.',
    submit: 'Diese Adresse verwenden',
    changed: 'Ihre E-Mail-Adresse ist geändert.',
    taken:
      'Diese Adresse gehört zu einem anderen Konto. Wählen Sie in Ihren Einstellungen eine andere.',
    used: 'Dieser Link wurde bereits verwendet. Wenn Sie das waren, ist Ihre Adresse geändert.',
    expired:
      'Dieser Link ist abgelaufen oder die Änderung wurde abgebrochen. Beginnen Sie in Ihren Einstellungen von vorn.',
    unknown: 'Dieser Link funktioniert nicht. Beginnen Sie in Ihren Einstellungen von vorn.',
  },
  cancelEmailChange: {
    title: 'E-Mail-Adresse behalten',
    intro: 'Die Änderung Ihrer Adresse wird verworfen. {email} bleibt.',
    submit: 'Meine Adresse behalten',
    cancelled:
      'Ihre Adresse bleibt, wie sie ist. Wenn Sie die Änderung nicht angefordert haben, legen Sie jetzt ein neues Passwort fest.',
    used: 'Dieser Link wurde bereits verwendet. Ihre Adresse bleibt, wie sie ist.',
    expired: 'Es gibt keine Änderung mehr, die sich abbrechen ließe.',
    unknown: 'Dieser Link funktioniert nicht.',
  },
  endSession: {
    title: 'Sitzung beenden',
    intro: 'Waren Sie das nicht? Der Browser, der sich angemeldet hat, wird sofort abgemeldet.',
    submit: 'Diese Sitzung beenden',
    ended:
      'Die Sitzung ist beendet. Wenn es nicht Ihre war, legen Sie jetzt ein neues Passwort fest.',
    used: 'Dieser Link wurde bereits verwendet. Die Sitzung ist beendet.',
    expired: 'Dieser Link ist abgelaufen. Ihre Sitzungen finden Sie in den Einstellungen.',
    unknown: 'Dieser Link funktioniert nicht. Ihre Sitzungen finden Sie in den Einstellungen.',
  },
  working: 'Einen Augenblick …',
  failed: 'Das hat nicht geklappt. Versuchen Sie es in einem Augenblick noch einmal.',
  logIn: 'Anmelden',
  settings: 'Zu Ihren Einstellungen',
  setPassword: 'Neues Passwort festlegen',
}
