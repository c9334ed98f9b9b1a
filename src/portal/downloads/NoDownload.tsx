'use client'

import type { LicenseStatus } from '../../licensing/types'
import { useMessages } from '../i18n/MessagesProvider'

/** Why there is nothing to download for a licence, though its product has files. */
export function NoDownload({ status }: { status: LicenseStatus }) {
  const { none } = useMessages().downloads
  return <p className="text-muted p-5 text-[0.8125rem] md:px-6">{none[status]}</p>
}
