'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'

type NavLinkProps = { id: string; label: string; path: `/${string}` }

/** A link of the navigation to a view of our own, in the panel's look. It is current on the view and on what lies below it. */
export function NavLink({ id, label, path }: NavLinkProps) {
  const { config } = useConfig()
  const pathname = usePathname()
  const href = formatAdminURL({ adminRoute: config.routes.admin, path })
  const isHere = pathname === href || pathname.startsWith(`${href}/`)
  return (
    <Link
      aria-current={isHere ? 'page' : undefined}
      className="nav__link"
      href={href}
      id={id}
      prefetch={false}
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
