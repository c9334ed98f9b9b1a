import { Table, TableBody, TableHead, TableHeading } from '../components/ui/Table'
import { getI18n } from '../i18n/getI18n'
import { SortHeading } from '../listing/SortHeading'
import type { LicenseSort } from '../queries/findLicenses'
import { pack } from '../packed'
import type { LicenseRow } from '../queries/licenseRow'
import { LicenseRows } from './LicenseRows'
import { licenseView } from './licenseView'

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
        <LicenseRows licenses={pack(licenses.map((license) => licenseView(license, i18n)))} />
      </TableBody>
    </Table>
  )
}
