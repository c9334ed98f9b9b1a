'use client'

import { AppLink } from '../components/AppLink'
import { TableCell, TableRow } from '../components/ui/Table'
import { useMessages } from '../i18n/MessagesProvider'
import type { Packed } from '../packed'
import { useUnpacked } from '../useUnpacked'
import { licensePath } from '../shell/paths'
import { Expiry } from './Expiry'
import { LicenseCode } from './LicenseCode'
import { LicenseStatusBadge } from './LicenseStatusBadge'
import type { LicenseView } from './licenseView'
import { SlotUsage } from './SlotUsage'

/** The rows of the list of licences. Like those of activations, they run in the browser as well. */
export function LicenseRows({ licenses }: { licenses: Packed<LicenseView[]> }) {
  const { licenses: texts } = useMessages()
  const rows = useUnpacked(licenses)
  return rows.map(({ code, expiry, id, product, slots, status }) => (
    <TableRow key={id}>
      <TableCell className="cards:col-span-full cards:pr-24 font-medium wrap-break-word">
        <AppLink className="hover:text-accent rounded-sm hover:underline" href={licensePath(id)}>
          {product}
        </AppLink>
      </TableCell>
      <TableCell className="cards:order-1 cards:col-span-2" label={texts.code}>
        <LicenseCode className="text-xs sm:text-[0.8125rem]" code={code} />
      </TableCell>
      <TableCell className="cards:absolute cards:top-4 cards:right-4">
        <LicenseStatusBadge status={status} />
      </TableCell>
      <TableCell className="cards:order-2 rows:whitespace-nowrap" label={texts.expires}>
        <Expiry {...expiry} />
      </TableCell>
      <TableCell className="cards:order-2" label={texts.activations}>
        <SlotUsage {...slots} />
      </TableCell>
    </TableRow>
  ))
}
