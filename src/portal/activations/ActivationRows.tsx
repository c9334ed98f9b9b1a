'use client'

import { TableCell, TableRow } from '../components/ui/Table'
import { DeactivateButton } from '../deactivation/DeactivateButton'
import { useMessages } from '../i18n/MessagesProvider'
import { ActivationStateBadge } from './ActivationStateBadge'
import type { Packed } from '../packed'
import { useUnpacked } from '../useUnpacked'
import type { ActivationView, MomentView } from './activationView'
import { Installation } from './Installation'
import { LicenseReference } from './LicenseReference'

type ActivationRowsProps = {
  activations: Packed<ActivationView[]>
  canDeactivate: boolean
  /** Whether the licence's page may be linked. Null: the rows are about one licence and leave it out. */
  linksLicense: boolean | null
}

/**
 * The rows of a list of activations. They run in the browser as well, so that a page carries what they are made of, and not each of their
 * elements a second time.
 */
export function ActivationRows({ activations, canDeactivate, linksLicense }: ActivationRowsProps) {
  const { activations: texts } = useMessages()
  const rows = useUnpacked(activations)
  return rows.map((activation) => (
    <TableRow key={activation.id}>
      <TableCell className="cards:col-span-full cards:pr-28">
        <Installation
          activation={activation}
          from={linksLicense === null ? 'license' : undefined}
        />
      </TableCell>
      {linksLicense !== null && (
        <TableCell className="cards:order-1" label={texts.productAndLicense}>
          <LicenseReference activation={activation} isLink={linksLicense} />
        </TableCell>
      )}
      <TableCell className="cards:order-1 wrap-break-word tabular-nums" label={texts.ip}>
        {activation.ip ?? <span className="text-muted">—</span>}
      </TableCell>
      <TableCell className="cards:order-1" label={texts.date}>
        <Moment className="rows:whitespace-nowrap block" {...activation.activated} />
        <Moment
          className="text-muted rows:whitespace-nowrap mt-0.5 block text-xs"
          {...activation.since}
        />
      </TableCell>
      <TableCell className="cards:order-1" label={texts.software}>
        {activation.software ? (
          <span className="rows:wrap-break-word wrap-anywhere" title={activation.software.title}>
            {activation.software.text}
          </span>
        ) : (
          <span className="text-muted">—</span>
        )}
      </TableCell>
      <TableCell className="cards:absolute cards:top-4 cards:right-4">
        <ActivationStateBadge state={activation.state} />
      </TableCell>
      {canDeactivate && (
        <TableCell className="cards:order-2 cards:col-span-full cards:empty:hidden text-right">
          {activation.state !== 'inactive' && (
            <DeactivateButton id={activation.id} installation={activation.installation} />
          )}
        </TableCell>
      )}
    </TableRow>
  ))
}

function Moment({ text, ...props }: MomentView & { className: string }) {
  return <time {...props}>{text}</time>
}
