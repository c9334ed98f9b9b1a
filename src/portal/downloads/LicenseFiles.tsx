'use client'

import { fill } from '../../text/fill'
import { AppLink } from '../components/AppLink'
import { useMessages } from '../i18n/MessagesProvider'
import { LicenseStatusBadge } from '../licenses/LicenseStatusBadge'
import type { LicenseView } from '../licenses/licenseView'
import { licensePath } from '../shell/paths'
import { NoDownload } from './NoDownload'
import { ReleaseFiles } from './ReleaseFiles'
import type { ReleaseView } from './releaseView'

type LicenseFilesProps = {
  /** With the last characters of its code. */
  license: Pick<LicenseView, 'id' | 'product' | 'status'> & { end: string }
  release: null | ReleaseView
}

/** A licence with the latest files that it may have. Like the rows of other lists, it runs in the browser as well. */
export function LicenseFiles({ license, release }: LicenseFilesProps) {
  const { activations } = useMessages()
  const { end, id, product, status } = license
  return (
    <li className="grid gap-x-8 md:grid-cols-3">
      <div className="min-w-0 p-5 pb-0 md:px-6 md:pb-5">
        <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium wrap-break-word">
          <AppLink className="hover:text-accent rounded-sm hover:underline" href={licensePath(id)}>
            {product}
          </AppLink>
          <LicenseStatusBadge status={status} />
        </h2>
        <p className="text-muted mt-0.5 text-xs">{fill(activations.licenseEnding, { end })}</p>
      </div>
      <div className="min-w-0 md:col-span-2">
        {release ? (
          <div className="p-5 md:px-6">
            <ReleaseFiles isLatest licenseId={id} product={product} release={release} />
          </div>
        ) : (
          <NoDownload status={status} />
        )}
      </div>
    </li>
  )
}
