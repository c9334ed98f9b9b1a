'use client'

import Link, { useLinkStatus } from 'next/link'
import type { ComponentProps } from 'react'

import { useReportPending } from '../shell/PendingContext'

type AppLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { href: string }

/**
 * A link within the portal that tells when its page takes a while. Pages are not fetched ahead: each one reads the
 * customer's data.
 */
export function AppLink({ children, href, ...props }: AppLinkProps) {
  return (
    <Link href={href} prefetch={false} {...props}>
      {children}
      <LinkStatus href={href} />
    </Link>
  )
}

function LinkStatus({ href }: { href: string }) {
  useReportPending(useLinkStatus().pending, href)
  return null
}
