import { History } from '../../components/icons'

import { describeUserAgent } from '../../../http/describeUserAgent'
import { AppLink } from '../../components/AppLink'
import { Badge } from '../../components/ui/Badge'
import { Button } from '../../components/ui/Button'
import { EmptyState } from '../../components/ui/EmptyState'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeading,
  TableRow,
} from '../../components/ui/Table'
import { fill } from '../../../text/fill'
import { getI18n, type I18n } from '../../i18n/getI18n'
import { findLoginEvents, type LoginEventPage } from '../../queries/findLoginEvents'
import { openPage } from '../../shell/openPage'
import { SettingsFrame } from '../SettingsFrame'
import { settingsPath } from '../tabs'

/** Every attempt to log in to the account. */
export async function HistoryPage({ before }: { before: string | undefined }) {
  const { customer, pages, req } = await openPage(settingsPath('history'))
  const [i18n, { events, next }] = await Promise.all([
    getI18n(),
    findLoginEvents(req, customer.id, before),
  ])
  const texts = i18n.messages.settings.history
  const path = settingsPath('history')
  return (
    <SettingsFrame pages={pages} tab="history">
      {events.length === 0 ? (
        <EmptyState icon={History} title={texts.empty}>
          {texts.emptyHint}
        </EmptyState>
      ) : (
        <>
          <p className="text-muted px-5 py-4 text-[0.8125rem]">{texts.intro}</p>
          <Table>
            <TableHead>
              {[texts.time, texts.outcome, texts.method, texts.browser, texts.ip].map((heading) => (
                <TableHeading key={heading}>{heading}</TableHeading>
              ))}
            </TableHead>
            <TableBody>
              {events.map((event) => (
                <EventRow event={event} i18n={i18n} key={event.id} />
              ))}
            </TableBody>
          </Table>
        </>
      )}
      {(next ?? before) && (
        <nav aria-label={i18n.messages.list.pages} className="flex justify-end gap-2 p-4">
          {before && (
            <Button asChild size="touch">
              <AppLink href={path}>{texts.newest}</AppLink>
            </Button>
          )}
          {next && (
            <Button asChild size="touch">
              <AppLink href={`${path}?before=${encodeURIComponent(next)}`}>{texts.older}</AppLink>
            </Button>
          )}
        </nav>
      )}
    </SettingsFrame>
  )
}

type EventRowProps = { event: LoginEventPage['events'][number]; i18n: I18n }

function EventRow({ event, i18n }: EventRowProps) {
  const { format, messages } = i18n
  const texts = messages.settings.history
  const software = describeUserAgent(event.userAgent)
  const browser = software?.system
    ? fill(messages.settings.sessions.software, { ...software, system: software.system })
    : (software?.software ?? messages.settings.sessions.unknownBrowser)
  const isGood = event.outcome === 'success' || event.outcome === 'secondFactorNeeded'
  return (
    <TableRow>
      <TableCell className="cards:col-span-2" label={texts.time}>
        <time dateTime={event.createdAt}>{format.exact(event.createdAt)}</time>
      </TableCell>
      <TableCell className="cards:col-span-2" label={texts.outcome}>
        <Badge tone={isGood ? 'success' : 'danger'}>
          {messages.settings.outcomes[event.outcome]}
        </Badge>
      </TableCell>
      <TableCell label={texts.method}>{messages.settings.methods[event.method]}</TableCell>
      <TableCell className="wrap-anywhere" label={texts.browser}>
        {browser}
      </TableCell>
      <TableCell className="wrap-anywhere" label={texts.ip}>
        {event.ip}
      </TableCell>
    </TableRow>
  )
}
