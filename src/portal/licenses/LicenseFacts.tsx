import type { ReactNode } from 'react'

import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import type { LicenseDetails } from '../queries/findLicense'
import { Expiry } from './Expiry'
import { expiryView } from './licenseView'

/** Dates and conditions of a licence. */
export async function LicenseFacts({ license }: { license: LicenseDetails }) {
  const i18n = await getI18n()
  const { format, messages } = i18n
  const texts = messages.licenses
  const until = (moment: null | string) =>
    moment ? <time dateTime={moment}>{format.day(moment)}</time> : texts.unlimited

  return (
    <dl
      className="grid scroll-mt-20 grid-cols-2 gap-x-8 gap-y-5 p-5 md:grid-cols-4 md:px-6"
      id="conditions"
    >
      <Fact name={texts.expires}>
        <Expiry {...expiryView(license, i18n)} />
      </Fact>
      <Fact name={texts.updates}>{until(license.updatesUntil)}</Fact>
      <Fact name={texts.support}>{until(license.supportUntil)}</Fact>
      <Fact name={texts.type}>{messages.licenseType[license.type]}</Fact>
      <Fact name={texts.issued}>
        <time dateTime={license.issuedAt}>{format.date(license.issuedAt)}</time>
      </Fact>
      {license.invoice && <Fact name={texts.invoice}>{license.invoice}</Fact>}
      {license.totalUses !== null && (
        <Fact name={texts.totalUses}>
          {fill(texts.totalUsesLimit, { count: format.number(license.totalUses) })}
        </Fact>
      )}
      {license.domains.length > 0 && (
        <Fact name={texts.domains}>
          <Patterns values={license.domains} />
        </Fact>
      )}
      {license.ips.length > 0 && (
        <Fact name={texts.ips}>
          <Patterns values={license.ips} />
        </Fact>
      )}
    </dl>
  )
}

function Fact({ children, name }: { children: ReactNode; name: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-[0.8125rem]">{name}</dt>
      <dd className="mt-0.5 leading-6 wrap-anywhere">{children}</dd>
    </div>
  )
}

function Patterns({ values }: { values: string[] }) {
  return (
    <ul className="font-mono text-[0.8125rem] leading-6">
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  )
}
