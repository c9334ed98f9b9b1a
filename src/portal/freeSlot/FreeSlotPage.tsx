import { notFound } from 'next/navigation'

import { licensingSettings } from '../../../collections/Settings/licensingSettings'
import { readSettings } from '../../../collections/Settings/getSettings'
import { listActive } from '../../licensing/repository/activations'
import { countReleases } from '../../licensing/repository/slotReleases'
import { createSlotLinkSigner } from '../../licensing/token'
import { Notice } from '../components/ui/Notice'
import { getI18n } from '../i18n/getI18n'
import { isDeactivationAllowed } from '../queries/isDeactivationAllowed'
import { EntryFrame } from '../shell/EntryFrame'
import { ActiveList } from './ActiveList'
import { ConfirmRelease } from './ConfirmRelease'
import { InvalidLink } from './InvalidLink'
import { LimitReached } from './LimitReached'
import { portalPayload } from '../session/payload'

type FreeSlotPageProps = { id?: string; result?: string; token?: string }

/**
 * Where a customer frees a slot by a signed link: the one that their software got with the refusal, or the one that was mailed to
 * them. The installation is chosen first and confirmed then.
 *
 * @throws Next's 404 where the settings allow none
 */
export async function FreeSlotPage({ id, result, token }: FreeSlotPageProps) {
  const payload = await portalPayload()
  const { count, messages } = await getI18n()
  const settings = await readSettings(payload)
  const { slotReleasesPerMonth, supportEmail } = settings
  if (slotReleasesPerMonth === 0) notFound()
  const texts = messages.freeSlot
  const licenseId = createSlotLinkSigner(payload.secret).read(token)
  if (!licenseId || !token) return <InvalidLink />
  const db = payload.db.drizzle
  if (!(await isDeactivationAllowed(db))) {
    return (
      <EntryFrame intro={texts.offHint} title={texts.off}>
        {null}
      </EntryFrame>
    )
  }
  const now = new Date()
  const [active, used] = await Promise.all([
    // What holds no slot has none to free.
    listActive(db, licenseId, licensingSettings(settings).freeDevelopmentHosts),
    countReleases(db, licenseId, now),
  ])
  const left = Math.max(0, slotReleasesPerMonth - used)
  const chosen = left > 0 && active.find((activation) => activation.id === id)
  if (chosen) return <ConfirmRelease activation={chosen} token={token} />

  const notice = result === 'freed' ? texts.freed : result === 'gone' ? texts.gone : null
  const intro = active.length > 0 ? texts.intro : texts.none
  return (
    <EntryFrame intro={intro} title={texts.title}>
      {notice && (
        <div className="mb-4" role="status">
          <Notice tone="success">{notice}</Notice>
        </div>
      )}
      {left === 0 ? (
        <LimitReached now={now} perMonth={slotReleasesPerMonth} supportEmail={supportEmail} />
      ) : (
        active.length > 0 && (
          <p className="text-muted mb-4 text-sm">{count(texts.remaining, left)}</p>
        )
      )}
      <ActiveList active={active} token={left > 0 ? token : null} />
    </EntryFrame>
  )
}
