import { fill } from '../../text/fill'
import { getI18n, type I18n } from '../i18n/getI18n'
import type { LicenseDetails } from '../queries/findLicense'
import { type Fact, FactList } from './FactList'
import { expiryView } from './licenseView'

/** Dates and conditions of a licence. */
export async function LicenseFacts({ license }: { license: LicenseDetails }) {
  return <FactList facts={factsOf(license, await getI18n())} />
}

function factsOf(license: LicenseDetails, i18n: I18n): Fact[] {
  const { format, messages } = i18n
  const texts = messages.licenses
  const { domains, invoice, ips, issuedAt, totalUses } = license
  const until = (name: string, moment: null | string) => ({
    dateTime: moment,
    name,
    text: moment ? (format.day(moment) ?? '') : texts.unlimited,
  })
  const facts: (Fact | false)[] = [
    { ...expiryView(license, i18n), name: texts.expires },
    until(texts.updates, license.updatesUntil),
    until(texts.support, license.supportUntil),
    { name: texts.type, text: messages.licenseType[license.type] },
    { dateTime: issuedAt, name: texts.issued, text: format.date(issuedAt) ?? '' },
    invoice !== null && invoice !== '' && { name: texts.invoice, text: invoice },
    totalUses !== null && {
      name: texts.totalUses,
      text: fill(texts.totalUsesLimit, { count: format.number(totalUses) }),
    },
    domains.length > 0 && { name: texts.domains, patterns: domains },
    ips.length > 0 && { name: texts.ips, patterns: ips },
  ]
  return facts.filter((fact) => fact !== false)
}
