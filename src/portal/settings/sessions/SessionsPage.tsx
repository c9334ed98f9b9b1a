import { transactionOf } from '../../../../collections/transaction'
import { findSessions, type SessionRow } from '../../../accounts/sessions/repository'
import { describeUserAgent } from '../../../http/describeUserAgent'
import { AppLink } from '../../components/AppLink'
import { Badge } from '../../components/ui/Badge'
import { Button } from '../../components/ui/Button'
import { fill } from '../../../text/fill'
import { getI18n, type I18n } from '../../i18n/getI18n'
import { openPage } from '../../shell/openPage'
import { paths } from '../../shell/paths'
import { Section } from '../Section'
import { SettingsFrame } from '../SettingsFrame'
import { settingsPath } from '../tabs'
import { EndOthersForm, EndSessionForm } from './EndSessionForm'

/** Every browser in which the customer is logged in. */
export async function SessionsPage() {
  const { customer, pages, req } = await openPage(settingsPath('sessions'))
  const [i18n, sessions] = await Promise.all([
    getI18n(),
    findSessions(await transactionOf(req), customer.id),
  ])
  const texts = i18n.messages.settings.sessions
  const current = sessions.filter(({ id }) => id === customer.sessionId)
  const others = sessions.filter(({ id }) => id !== customer.sessionId)
  return (
    <SettingsFrame pages={pages} tab="sessions">
      <Section hint={texts.hint} title={texts.title}>
        <ul className="divide-y">
          {[...current, ...others].map((session) => (
            <li
              className="flex flex-wrap items-center justify-between gap-3 py-4 first:pt-0"
              key={session.id}
            >
              <SessionFacts
                i18n={i18n}
                isCurrent={session.id === customer.sessionId}
                session={session}
              />
              {session.id === customer.sessionId ? (
                <Button asChild size="touch">
                  <AppLink href={paths.logout}>{texts.logOut}</AppLink>
                </Button>
              ) : (
                <EndSessionForm browser={browserOf(session, i18n)} id={session.id} />
              )}
            </li>
          ))}
        </ul>
        {others.length > 0 && <EndOthersForm />}
      </Section>
    </SettingsFrame>
  )
}

type SessionFactsProps = { i18n: I18n; isCurrent: boolean; session: SessionRow }

function SessionFacts({ i18n, isCurrent, session }: SessionFactsProps) {
  const { format, messages } = i18n
  const texts = messages.settings.sessions
  const moment = (date: Date) => format.exact(date.toISOString()) ?? ''
  const since = session.ip ? texts.since : texts.sinceUnknown
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2 text-sm font-medium wrap-anywhere">
        {browserOf(session, i18n)}
        {isCurrent && <Badge tone="success">{texts.current}</Badge>}
      </p>
      <p className="text-muted mt-0.5 text-[0.8125rem] leading-5">
        {fill(since, { date: moment(session.createdAt), ip: session.ip ?? '' })}
        <br />
        {fill(texts.lastUsed, { date: moment(session.lastSeenAt) })}
      </p>
    </div>
  )
}

function browserOf({ userAgent }: SessionRow, { messages }: I18n): string {
  const texts = messages.settings.sessions
  const described = describeUserAgent(userAgent)
  if (!described) return texts.unknownBrowser
  const { software, system } = described
  return system ? fill(texts.software, { software, system }) : software
}
