import type { OutboxMail } from '../../emails/transport/outboxAdapter'
import { AppLink } from '../components/AppLink'
import { Card } from '../components/ui/Card'
import { cn } from '../components/ui/cn'
import { getI18n } from '../i18n/getI18n'
import { outboxPaths } from './outboxPaths'

type MailListProps = {
  /** Whether a phone shows the mail that is read in its place. */
  isBehind: boolean
  mails: OutboxMail[]
  openId: string | undefined
}

/** The mails of the outbox, the newest first. */
export async function MailList({ isBehind, mails, openId }: MailListProps) {
  const { format, messages } = await getI18n()
  return (
    <Card className={cn('overflow-hidden', isBehind && 'max-lg:hidden')}>
      <nav aria-label={messages.outbox.list}>
        <ul className="divide-y">
          {mails.map(({ date, id, subject, to }) => (
            <li key={id}>
              <AppLink
                aria-current={id === openId ? 'page' : undefined}
                className="hover:bg-canvas aria-[current=page]:bg-canvas block px-5 py-3 transition-colors"
                href={outboxPaths.mail(id)}
              >
                <span className="block truncate font-medium">
                  {subject || messages.outbox.noSubject}
                </span>
                <span className="text-muted block truncate text-[0.8125rem]">{to}</span>
                <time className="text-muted block text-xs" dateTime={date}>
                  {format.exact(date)}
                </time>
              </AppLink>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  )
}
