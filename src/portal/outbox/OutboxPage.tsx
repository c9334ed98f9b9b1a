import { MailOpen } from '../components/icons'

import { EmptyState } from '../components/ui/EmptyState'
import { Card } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { listMails } from './listMails'
import { MailList } from './MailList'
import { MailView } from './MailView'
import { openOutbox } from './openOutbox'
import { readMail } from './readMail'

type OutboxPageProps = {
  /** The mail that is read, as the address has it. */
  mail: unknown
}

/**
 * The mails that were not sent because there is no mail server, to be read in the browser.
 *
 * @throws Next's notFound where there is no outbox or it is not this request's to read
 */
export async function OutboxPage({ mail: id }: OutboxPageProps) {
  const folder = await openOutbox()
  const { messages } = await getI18n()
  const texts = messages.outbox
  const mails = await listMails(folder)
  const mail = id === undefined ? null : await readMail(folder, id)
  return (
    <main className="mx-auto w-full max-w-6xl px-4 py-10" id="portal-content">
      <h1 className="text-2xl leading-8 font-semibold tracking-[-0.022em]">{texts.title}</h1>
      <p className="text-muted mt-1 leading-6 text-pretty">{texts.intro}</p>
      {mails.length === 0 ? (
        <Card className="mt-7">
          <EmptyState icon={MailOpen} title={texts.empty}>
            {texts.emptyHint}
          </EmptyState>
        </Card>
      ) : (
        <div className="mt-7 grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <MailList isBehind={mail !== null} mails={mails} openId={mail?.id} />
          <Card className={mail || id !== undefined ? 'p-5' : 'p-5 max-lg:hidden'}>
            {mail ? (
              <MailView mail={mail} />
            ) : (
              <p className="text-muted">{id === undefined ? texts.choose : texts.gone}</p>
            )}
          </Card>
        </div>
      )}
    </main>
  )
}
