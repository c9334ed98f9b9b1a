import type { MailTransport } from '../../emails/transport/mailAdapter'
import { fillPlural } from '../../text/fill'
import { textsIn } from '../i18n/texts'
import { mailNoticeTexts } from './texts'

/**
 * What an administrator has to know about mails.
 *
 * @param language the administrator's
 * @returns null for what is no problem: mails that wait for their turn are none
 */
export function mailProblems(
  { failed, queued }: { failed: number; queued: number },
  transport: MailTransport,
  language = 'en',
): { failed: null | string; waiting: null | string } {
  const texts = textsIn(mailNoticeTexts, language)
  return {
    failed: failed > 0 ? fillPlural(texts.failed, failed, language) : null,
    waiting:
      transport === 'none' && queued > 0 ? fillPlural(texts.waiting, queued, language) : null,
  }
}
