import type { OutboxMail } from '../../emails/transport/outboxAdapter'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { LinkedText } from './LinkedText'
import { outboxPaths } from './outboxPaths'

type MailViewProps = { mail: OutboxMail }

/** A mail of the outbox: as text, whose links can be followed, and as it looks. */
export async function MailView({ mail }: MailViewProps) {
  const { format, messages } = await getI18n()
  const texts = messages.outbox
  return (
    <article aria-labelledby="subject">
      <Button asChild className="mb-4 lg:hidden" size="touch">
        <AppLink href={outboxPaths.list}>{texts.all}</AppLink>
      </Button>
      <h2 className="text-lg font-semibold wrap-anywhere" id="subject">
        {mail.subject || texts.noSubject}
      </h2>
      <dl className="text-muted mt-1 mb-5 grid grid-cols-[auto_1fr] gap-x-3 text-[0.8125rem] leading-6">
        <dt>{texts.to}</dt>
        <dd className="wrap-anywhere">{mail.to}</dd>
        <dt>{texts.date}</dt>
        <dd>
          <time dateTime={mail.date}>{format.exact(mail.date)}</time>
        </dd>
      </dl>
      <h3 className="mb-2 text-sm font-semibold">{texts.text}</h3>
      <LinkedText text={mail.text} />
      <h3 className="mt-6 mb-2 text-sm font-semibold">{texts.html}</h3>
      <iframe
        className="h-150 w-full rounded-lg border bg-white"
        sandbox=""
        src={outboxPaths.html(mail.id)}
        title={texts.frame}
      />
    </article>
  )
}
