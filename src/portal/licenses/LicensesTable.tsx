import { AppLink } from '../components/AppLink'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeading,
  TableRow,
} from '../components/ui/Table'
import { getI18n } from '../i18n/getI18n'
import { SortHeading } from '../listing/SortHeading'
import type { LicenseSort } from '../queries/findLicenses'
import type { LicenseRow } from '../queries/licenseRow'
import { licensePath } from '../shell/paths'
import { Expiry } from './Expiry'
import { LicenseCode } from './LicenseCode'
import { LicenseStatusBadge } from './LicenseStatusBadge'
import { SlotUsage } from './SlotUsage'

type LicensesTableProps = {
  hrefOf: (sort: LicenseSort) => string
  licenses: LicenseRow[]
  sort: LicenseSort
}

/** The customer's licences. */
export async function LicensesTable({ hrefOf, licenses, sort }: LicensesTableProps) {
  const i18n = await getI18n()
  const { messages } = i18n
  const texts = messages.licenses
  return (
    <Table aria-label={messages.nav.licenses}>
      <TableHead>
        <SortHeading ascending="product" descending="product-down" hrefOf={hrefOf} sort={sort}>
          {texts.product}
        </SortHeading>
        <TableHeading>{texts.code}</TableHeading>
        <TableHeading>{texts.status}</TableHeading>
        <SortHeading ascending="expires" descending="expires-down" hrefOf={hrefOf} sort={sort}>
          {texts.expires}
        </SortHeading>
        <TableHeading>{texts.activations}</TableHeading>
      </TableHead>
      <TableBody>
        {licenses.map((license) => (
          <TableRow key={license.id}>
            <TableCell className="cards:col-span-full cards:pr-24 font-medium wrap-break-word">
              <AppLink
                className="hover:text-accent rounded-sm hover:underline"
                href={licensePath(license.id)}
              >
                {license.product}
              </AppLink>
            </TableCell>
            <TableCell className="cards:order-1 cards:col-span-2" label={texts.code}>
              <LicenseCode className="text-xs sm:text-[0.8125rem]" code={license.code} />
            </TableCell>
            <TableCell className="cards:absolute cards:top-4 cards:right-4">
              <LicenseStatusBadge i18n={i18n} status={license.status} />
            </TableCell>
            <TableCell className="cards:order-2 rows:whitespace-nowrap" label={texts.expires}>
              <Expiry i18n={i18n} {...license} />
            </TableCell>
            <TableCell className="cards:order-2" label={texts.activations}>
              <SlotUsage i18n={i18n} total={license.total} used={license.used} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
