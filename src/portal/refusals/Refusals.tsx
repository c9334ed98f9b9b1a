import type { PayloadRequest } from 'payload'

import { canDeactivateActivations } from '../../../access/canDeactivateActivations'
import { getSettings } from '../../../collections/Settings/getSettings'
import { fill } from '../../text/fill'
import { Card, SectionHeading } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import type { LicenseDetails } from '../queries/findLicense'
import type { RefusalRow } from '../queries/findRefusals'
import { answerTo } from './answerTo'
import { type AnswerContext, RefusalAnswers } from './RefusalAnswers'

type RefusalsProps = {
  license: LicenseDetails
  refusals: readonly RefusalRow[]
  req: PayloadRequest
}

/** Why software was refused under a licence lately, and what its customer can do about it. Nothing where it never was. */
export async function Refusals({ license, refusals, req }: RefusalsProps) {
  if (refusals.length === 0) return null
  const [{ messages }, settings, canDeactivate] = await Promise.all([
    getI18n(),
    getSettings(req),
    canDeactivateActivations(req),
  ])
  const context = {
    canDeactivate,
    license,
    renewUrl: settings.getMoreLicensesUrl || null,
    supportEmail: settings.supportEmail || null,
  }
  return (
    <section aria-labelledby="refusals">
      <SectionHeading id="refusals">{messages.refusals.heading}</SectionHeading>
      <p className="text-muted mt-1 text-[0.8125rem]">{messages.refusals.intro}</p>
      <Card className="mt-3">
        <ul className="divide-y">
          {refusals.map((refusal) => (
            <Refusal context={context} key={refusal.id} refusal={refusal} />
          ))}
        </ul>
      </Card>
    </section>
  )
}

async function Refusal({ context, refusal }: { context: AnswerContext; refusal: RefusalRow }) {
  const { format, messages } = await getI18n()
  const texts = messages.refusals
  const { answers, reason } = answerTo(refusal.reason)
  const { connectionIp, domain, fingerprint, when } = refusal
  const place = domain ?? (fingerprint && fill(messages.activations.device, { fingerprint }))
  const isForLife = reason === 'limit_reached' && context.license.totalUses !== null
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 p-4 md:px-6">
      <div className="min-w-0 flex-1 basis-80">
        <h3 className="font-medium">{texts.reason[reason]}</h3>
        <p className="text-muted mt-0.5 text-[0.8125rem] leading-5">
          {isForLife ? texts.adviceForLife : texts.advice[reason]}
        </p>
        <p className="text-muted mt-1.5 flex flex-wrap gap-x-3 text-xs wrap-anywhere tabular-nums">
          <time dateTime={when}>{format.exact(when)}</time>
          {place && <span>{place}</span>}
          {connectionIp && <span>{fill(texts.from, { ip: connectionIp })}</span>}
        </p>
      </div>
      <RefusalAnswers answers={answers} context={context} />
    </li>
  )
}
