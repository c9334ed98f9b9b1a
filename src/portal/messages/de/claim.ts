import type { Messages } from '../languages'

/** Texts of adding a licence by its code. */
export const claim: Messages['claim'] = {
  title: 'Lizenz hinzufügen',
  link: 'Lizenz hinzufügen',
  intro:
    'Geben Sie den Code einer Lizenz ein, die Sie ohne Konto erhalten haben, zum Beispiel auf einer Karte oder von einem Händler.',
  label: 'Lizenzcode',
  submit: 'Lizenz hinzufügen',
  submitting: 'Wird hinzugefügt …',
  cancel: 'Abbrechen',
  claimed: 'Die Lizenz ist jetzt in Ihrem Konto.',
  own: 'Diese Lizenz war bereits in Ihrem Konto.',
  codeMissing: 'Geben Sie den Lizenzcode ein.',
  unknown:
    'Es gibt keine Lizenz mit diesem Code, die hinzugefügt werden kann. Prüfen Sie den Code, oder fragen Sie, von wem Sie ihn haben.',
  tooMany: 'Zu viele Versuche. Versuchen Sie es in {minutes} Minuten noch einmal.',
  failed:
    'Die Lizenz konnte nicht hinzugefügt werden. Versuchen Sie es in einem Augenblick noch einmal.',
  unconfirmed: 'Bestätigen Sie zuerst Ihre E-Mail-Adresse. Danach können Sie Lizenzen hinzufügen.',
  confirm: 'Zu Ihrer E-Mail-Adresse',
}
