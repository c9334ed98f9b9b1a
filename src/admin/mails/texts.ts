import { plural } from '../../text/fill'
import { defineTexts } from '../i18n/texts'

/** Texts of the notice that mails do not leave. */
export const mailNoticeTexts = defineTexts({
  en: {
    failed: plural({
      one: '{count} mail could not be delivered.',
      other: '{count} mails could not be delivered.',
    }),
    show: 'Show in the list of mails',
    waiting: plural({
      one: '{count} mail waits because SMTP_URL is not set.',
      other: '{count} mails wait because SMTP_URL is not set.',
    }),
  },
  de: {
    failed: plural({
      one: '{count} Mail konnte nicht zugestellt werden.',
      other: '{count} Mails konnten nicht zugestellt werden.',
    }),
    show: 'In der Liste der Mails anzeigen',
    waiting: plural({
      one: '{count} Mail wartet, weil SMTP_URL nicht gesetzt ist.',
      other: '{count} Mails warten, weil SMTP_URL nicht gesetzt ist.',
    }),
  },
})
