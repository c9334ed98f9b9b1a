import config from '@payload-config'
import { getPayload } from 'payload'

import { listActive } from '../../licensing/repository/activations'
import { createSlotLinkSigner } from '../../licensing/token'
import { installationName } from '../activations/installationName'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Notice } from '../components/ui/Notice'
import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import { isDeactivationAllowed } from '../queries/isDeactivationAllowed'
import { EntryFrame } from '../shell/EntryFrame'
import { paths } from '../shell/paths'
import { freeSlot } from './freeSlot'

type FreeSlotPageProps = { result?: string; token?: string }

/** Where a customer frees a slot by the signed link that their software got with the refusal. */
export async function FreeSlotPage({ result, token }: FreeSlotPageProps) {
  const payload = await getPayload({ config })
  const { format, messages } = await getI18n()
  const texts = messages.freeSlot
  const licenseId = createSlotLinkSigner(payload.secret).read(token)
  if (!licenseId) {
    return (
      <EntryFrame intro={texts.invalidHint} title={texts.invalid}>
        <Button asChild className="h-11 w-full" variant="primary">
          <AppLink href={paths.login}>{texts.logIn}</AppLink>
        </Button>
      </EntryFrame>
    )
  }
  if (!(await isDeactivationAllowed(payload.db.drizzle))) {
    return (
      <EntryFrame intro={texts.offHint} title={texts.off}>
        {null}
      </EntryFrame>
    )
  }
  const active = await listActive(payload.db.drizzle, licenseId, false)
  const notice = result === 'freed' ? texts.freed : result === 'gone' ? texts.gone : null
  return (
    <EntryFrame intro={active.length > 0 ? texts.intro : texts.none} title={texts.title}>
      {notice && (
        <div className="mb-4" role="status">
          <Notice tone="success">{notice}</Notice>
        </div>
      )}
      <ul aria-label={texts.installations} className="grid gap-3">
        {active.map((activation) => {
          const installation = installationName(activation, messages.activations.unnamed)
          return (
            <li className="flex items-center justify-between gap-3" key={activation.id}>
              <div className="min-w-0">
                <p className="font-medium wrap-anywhere">{installation}</p>
                <p className="text-muted text-sm">
                  {fill(texts.lastSeen, {
                    date: format.date(activation.lastSeenAt.toISOString()) ?? '',
                  })}
                </p>
              </div>
              <form action={freeSlot}>
                <input name="id" type="hidden" value={activation.id} />
                <input name="token" type="hidden" value={token} />
                <Button
                  aria-label={fill(messages.deactivate.actionOn, { installation })}
                  size="touch"
                  type="submit"
                  variant="danger"
                >
                  {messages.deactivate.action}
                </Button>
              </form>
            </li>
          )
        })}
      </ul>
    </EntryFrame>
  )
}
