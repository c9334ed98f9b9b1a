'use client'

import { Link, NavGroup, useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'

import { useTexts } from '../i18n/useTexts'
import { reportPath } from './address'
import { reportsTexts } from './texts'

/** The reports in the navigation, for those who may see them. */
export function ReportsNav() {
  const { config } = useConfig()
  const { permissions } = useAuth()
  const path = usePathname()
  const texts = useTexts(reportsTexts)
  if (!permissions?.collections?.['top-customers']?.read) return null
  const href = formatAdminURL({ adminRoute: config.routes.admin, path: reportPath })
  const isHere = path === href
  return (
    <NavGroup label={texts.group}>
      <Link
        aria-current={isHere ? 'page' : undefined}
        className="nav__link"
        href={href}
        id="nav-top-customers"
        prefetch={false}
      >
        {isHere && <div className="nav__link-indicator" />}
        <span className="nav__link-label">{texts.heading}</span>
      </Link>
    </NavGroup>
  )
}
