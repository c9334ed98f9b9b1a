import type { ReactNode } from 'react'

import { Table, TableBody, TableHead, TableHeading } from '../components/ui/Table'
import { getI18n } from '../i18n/getI18n'
import type { ActivationRow } from '../queries/activationRow'
import { pack } from '../packed'
import { ActivationRows } from './ActivationRows'
import { activationView } from './activationView'

type ActivationsTableProps = {
  activations: ActivationRow[]
  canDeactivate: boolean
  /** Headings of the columns that sort, where the list can be sorted. */
  headings?: { date: ReactNode; installation: ReactNode }
  /** Whether the licence's page may be linked. Null: the table is about one licence and leaves it out. */
  linksLicense: boolean | null
}

/** Activations of the customer's licences. */
export async function ActivationsTable({
  activations,
  canDeactivate,
  headings,
  linksLicense,
}: ActivationsTableProps) {
  const i18n = await getI18n()
  const { messages } = i18n
  const texts = messages.activations
  return (
    <Table aria-label={messages.nav.activations}>
      <TableHead>
        {headings?.installation ?? <TableHeading>{texts.installation}</TableHeading>}
        {linksLicense !== null && <TableHeading>{texts.productAndLicense}</TableHeading>}
        <TableHeading>{texts.ip}</TableHeading>
        {headings?.date ?? <TableHeading>{texts.date}</TableHeading>}
        <TableHeading>{texts.software}</TableHeading>
        <TableHeading>{texts.state}</TableHeading>
        {canDeactivate && (
          <TableHeading>
            <span className="sr-only">{texts.action}</span>
          </TableHeading>
        )}
      </TableHead>
      <TableBody>
        <ActivationRows
          activations={pack(activations.map((activation) => activationView(activation, i18n)))}
          canDeactivate={canDeactivate}
          linksLicense={linksLicense}
        />
      </TableBody>
    </Table>
  )
}
