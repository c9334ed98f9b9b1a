import type { MailTransport } from '../../emails/transport/mailAdapter'
import { fillPlural, plural } from '../../text/fill'

const waitingTexts = plural({
  one: '{count} mail waits because SMTP_URL is not set.',
  other: '{count} mails wait because SMTP_URL is not set.',
})
const failedTexts = plural({
  one: '{count} mail could not be delivered.',
  other: '{count} mails could not be delivered.',
})

/**
 * What an administrator has to know about mails.
 *
 * @returns null for what is no problem: mails that wait for their turn are none
 */
export function mailProblems(
  { failed, queued }: { failed: number; queued: number },
  transport: MailTransport,
): { failed: null | string; waiting: null | string } {
  return {
    failed: failed > 0 ? fillPlural(failedTexts, failed, 'en') : null,
    waiting: transport === 'none' && queued > 0 ? fillPlural(waitingTexts, queued, 'en') : null,
  }
}
