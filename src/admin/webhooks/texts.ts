import { defineTexts } from '../i18n/texts'

/** Texts of a webhook's delivery. */
export const webhooksTexts = defineTexts({
  en: {
    done: 'It will be sent again in a moment.',
    failed: 'It could not be sent again. It may be on its way already: load the page anew.',
    sendAgain: 'Send again',
  },
  de: {
    done: 'Sie wird gleich noch einmal gesendet.',
    failed:
      'Sie konnte nicht noch einmal gesendet werden. Vielleicht ist sie schon unterwegs: Laden Sie die Seite neu.',
    sendAgain: 'Noch einmal senden',
  },
})
