import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { ReactNode } from 'react'

import { isAdminRequest } from '../../../access/isAdmin'

/**
 * Lets administrators in and sends everybody else to the login: Payload guards no view that is not its own.
 *
 * @throws Next's redirect
 */
export function requireAdmin({ initPageResult: { req } }: AdminViewServerProps): void {
  if (isAdminRequest(req)) return
  const { admin, routes } = req.payload.config
  redirect(formatAdminURL({ adminRoute: routes.admin, path: admin.routes.login }))
}

/** A view of our own in the frame of the panel. */
export function AdminView({ children, view }: { children: ReactNode; view: AdminViewServerProps }) {
  const { initPageResult, params, searchParams, viewActions } = view
  const { locale, permissions, req, visibleEntities } = initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      viewActions={viewActions}
      visibleEntities={visibleEntities}
    >
      {children}
    </DefaultTemplate>
  )
}
