'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

import { useTexts } from '../i18n/useTexts'
import { reportPath } from './address'
import { reportsTexts } from './texts'

/**
 * The report in the navigation, for those who may see it. Payload has places for links before and after its groups but none in them, so
 * that it is put there: to the licences, or after the groups where those are not shown.
 */
export function ReportsNav() {
  const { config } = useConfig()
  const { permissions } = useAuth()
  const path = usePathname()
  const texts = useTexts(reportsTexts)
  const group = useSyncExternalStore(never, groupOfLicenses, () => null)
  if (!permissions?.collections?.['top-customers']?.read) return null
  const href = formatAdminURL({ adminRoute: config.routes.admin, path: reportPath })
  const isHere = path === href
  const link = (
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
  )
  return group ? createPortal(link, group) : link
}

const never = () => () => undefined

const groupOfLicenses = () =>
  document.getElementById('nav-licenses')?.closest('.nav-group__content') ?? null
