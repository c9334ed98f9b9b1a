import type { ReactNode } from 'react'

import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeading,
  TableRow,
} from '../components/ui/Table'
import { DeactivateButton } from '../deactivation/DeactivateButton'
import { getI18n } from '../i18n/getI18n'
import type { ActivationRow } from '../queries/activationRow'
import { ActivationStateBadge } from './ActivationStateBadge'
import { ActivationTime } from './ActivationTime'
import { Installation } from './Installation'
import { installationName } from './installationName'
import { LicenseReference } from './LicenseReference'
import { Software } from './Software'

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
  const { messages } = await getI18n()
  const texts = messages.activations
  return (
    <Table aria-label={texts.title}>
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
        {activations.map((activation) => (
          <TableRow key={activation.id}>
            <TableCell className="max-md:col-span-2 max-md:pr-28">
              <Installation activation={activation} />
            </TableCell>
            {linksLicense !== null && (
              <TableCell className="max-md:order-1" label={texts.productAndLicense}>
                <LicenseReference activation={activation} isLink={linksLicense} />
              </TableCell>
            )}
            <TableCell
              className="tabular-nums max-md:order-1 max-md:wrap-anywhere"
              label={texts.ip}
            >
              {activation.ip ?? <span className="text-muted">—</span>}
            </TableCell>
            <TableCell className="max-md:order-1" label={texts.date}>
              <ActivationTime {...activation} />
            </TableCell>
            <TableCell className="max-md:order-1" label={texts.software}>
              <Software userAgent={activation.userAgent} />
            </TableCell>
            <TableCell className="max-md:absolute max-md:top-4 max-md:right-4">
              <ActivationStateBadge state={activation.state} />
            </TableCell>
            {canDeactivate && (
              <TableCell className="text-right max-md:order-2 max-md:col-span-2 max-md:empty:hidden">
                {activation.state !== 'inactive' && (
                  <DeactivateButton
                    id={activation.id}
                    installation={installationName(activation, texts.unnamed)}
                  />
                )}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
