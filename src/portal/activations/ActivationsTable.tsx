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
        {activations.map((activation) => (
          <TableRow key={activation.id}>
            <TableCell className="cards:col-span-full cards:pr-28">
              <Installation
                activation={activation}
                from={linksLicense === null ? 'license' : undefined}
                i18n={i18n}
              />
            </TableCell>
            {linksLicense !== null && (
              <TableCell className="cards:order-1" label={texts.productAndLicense}>
                <LicenseReference activation={activation} i18n={i18n} isLink={linksLicense} />
              </TableCell>
            )}
            <TableCell className="cards:order-1 wrap-break-word tabular-nums" label={texts.ip}>
              {activation.ip ?? <span className="text-muted">—</span>}
            </TableCell>
            <TableCell className="cards:order-1" label={texts.date}>
              <ActivationTime i18n={i18n} {...activation} />
            </TableCell>
            <TableCell className="cards:order-1" label={texts.software}>
              <Software i18n={i18n} userAgent={activation.userAgent} />
            </TableCell>
            <TableCell className="cards:absolute cards:top-4 cards:right-4">
              <ActivationStateBadge i18n={i18n} state={activation.state} />
            </TableCell>
            {canDeactivate && (
              <TableCell className="cards:order-2 cards:col-span-full cards:empty:hidden text-right">
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
