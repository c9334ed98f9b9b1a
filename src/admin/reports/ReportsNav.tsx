'use client'

import { useAuth } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

import { useTexts } from '../i18n/useTexts'
import { NavLink } from '../NavLink'
import { reportPath } from './address'
import { reportsTexts } from './texts'
import { useSlug } from '../useSlug'

/**
 * The report in the navigation, for those who may see it. Payload has places for links before and after its groups but none in them, so
 * that it is put there: to the licences, or after the groups where those are not shown.
 */
export function ReportsNav() {
  const { permissions } = useAuth()
  const texts = useTexts(reportsTexts)
  const slugFor = useSlug()
  const group = useSyncExternalStore(
    never,
    () => groupOf(slugFor('licenses')),
    () => null,
  )
  if (!permissions?.collections?.[slugFor('top-customers')]?.read) return null
  const link = <NavLink id="nav-top-customers" label={texts.heading} path={reportPath} />
  return group ? createPortal(link, group) : link
}

const never = () => () => undefined

const groupOf = (slug: string) =>
  document.getElementById(`nav-${slug}`)?.closest('.nav-group__content') ?? null
