import { transactionOf } from '../../../../collections/transaction'
import { findImport } from '../../../envato/importRepository'
import { fill } from '../../../text/fill'
import { AppLink } from '../../components/AppLink'
import { getI18n } from '../../i18n/getI18n'
import type { PortalSession } from '../../session/customer'
import { Section } from '../../settings/Section'
import { paths } from '../../shell/paths'
import type { PortalPages } from '../../shell/portalPages'
import { ReadAgainForm } from './ReadAgainForm'

/** How the reading of the customer's purchases at Envato stands, and another one. */
export async function PurchasesSection({
  customer,
  pages,
  req,
}: PortalSession & { pages: PortalPages }) {
  const [{ count, format, messages }, last] = await Promise.all([
    getI18n(),
    findImport(await transactionOf(req), customer.id),
  ])
  const texts = messages.social.purchases
  const date = last?.endedAt ? (format.exact(last.endedAt.toISOString()) ?? '') : ''
  const states = {
    done: fill(count(texts.done, last?.licenses ?? 0), { date }),
    failed: fill(texts.failed, { date }),
    waiting: texts.waiting,
  }
  return (
    <Section hint={texts.hint} title={texts.title}>
      <p className="mb-3 text-sm" role="status">
        {last ? states[last.status] : texts.never}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ReadAgainForm />
        {pages.licenses && (
          <AppLink className="link text-sm" href={paths.licenses}>
            {texts.see}
          </AppLink>
        )}
      </div>
    </Section>
  )
}
