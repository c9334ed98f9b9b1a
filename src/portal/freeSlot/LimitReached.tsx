import { calendarMonth } from '../../licensing/calendarMonth'
import { fill } from '../../text/fill'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Notice } from '../components/ui/Notice'
import { getI18n } from '../i18n/getI18n'
import { paths } from '../shell/paths'

type LimitReachedProps = { now: Date; perMonth: number; supportEmail: null | string | undefined }

/** Says that no more slots can be freed this month, and what can be done until the next one. */
export async function LimitReached({ now, perMonth, supportEmail }: LimitReachedProps) {
  const { count, format, messages } = await getI18n()
  const texts = messages.freeSlot
  const date = format.day(calendarMonth(now).end.toISOString()) ?? ''
  return (
    <div className="mb-5 grid gap-3">
      <Notice role="status" tone="danger">
        {fill(count(texts.limit, perMonth), { date })}
      </Notice>
      <p className="text-muted text-sm wrap-anywhere">
        {supportEmail ? fill(texts.limitSupport, { email: supportEmail }) : texts.limitHint}
      </p>
      <Button asChild className="h-11 w-full">
        <AppLink href={paths.login}>{texts.logIn}</AppLink>
      </Button>
    </div>
  )
}
