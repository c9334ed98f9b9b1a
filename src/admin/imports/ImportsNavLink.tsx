'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'

import { useTexts } from '../i18n/useTexts'
import { importTexts } from './texts'

/** The way to the imports, below the groups of the navigation. */
export function ImportsNavLink() {
  const { config } = useConfig()
  const texts = useTexts(importTexts)
  const pathname = usePathname()
  const href = formatAdminURL({ adminRoute: config.routes.admin, path: '/imports' })
  const isHere = pathname === href || pathname.startsWith(`${href}/`)
  return (
    <Link
      aria-current={isHere ? 'page' : undefined}
      className="nav__link"
      href={href}
      id="nav-imports"
      prefetch={false}
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{texts.nav}</span>
    </Link>
  )
}
