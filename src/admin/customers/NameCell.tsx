'use client'

import { Link, useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { CSSProperties } from 'react'

import type { Customer } from '../../../payload-types'
import { useSlug } from '../useSlug'

const side = 'calc(var(--base) * 1.4)'

const picture: CSSProperties = {
  alignItems: 'center',
  background: 'var(--theme-elevation-100)',
  borderRadius: '50%',
  display: 'inline-flex',
  flex: 'none',
  fontSize: '0.75em',
  height: side,
  justifyContent: 'center',
  objectFit: 'cover',
  width: side,
}

/** A customer's photo, or initials, and name, in the list. */
export function NameCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { config } = useConfig()
  const slugFor = useSlug()
  const { avatarFile, id } = rowData as Partial<Customer>
  const name = typeof cellData === 'string' ? cellData : ''
  const photo =
    avatarFile &&
    formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor('avatars')}/file/${encodeURIComponent(avatarFile)}`,
    })
  const page = formatAdminURL({
    adminRoute: config.routes.admin,
    path: `/collections/${slugFor('customers')}/${id}`,
  })
  return (
    <Link
      href={page}
      prefetch={false}
      style={{ alignItems: 'center', display: 'inline-flex', gap: 'calc(var(--base) / 2)' }}
    >
      {photo ? (
        // Next's own image component would fetch it without the administrator's cookie.
        <img alt="" loading="lazy" src={photo} style={picture} />
      ) : (
        <span aria-hidden style={picture}>
          {initialsOf(name)}
        </span>
      )}
      <span>{name}</span>
    </Link>
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('')
}
