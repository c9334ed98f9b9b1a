'use client'

import '../../styles/portal.css'

import type { ReactNode } from 'react'

import type { Theme } from '../../theme/theme'
import { rememberFrame } from './lastFrame'
import { PortalContexts, useIsInPortal } from './PortalContexts'

/** How the frame of a page is set up. */
export type FrameLook = {
  base: string
  className: string
  hasMain: boolean
  language: string
  /** The host's CSS variables. */
  style?: ReactNode
  theme: Theme
}

/**
 * Sets the portal apart from the layout of a host that it stands in: its styles hold inside and nowhere else. Where the layout is the portal's
 * own there is nothing to set apart.
 */
export function Frame({ children, ...look }: FrameLook & { children: ReactNode }) {
  const isInPortal = useIsInPortal()
  if (isInPortal) return children
  rememberFrame(look)
  const { base, className, hasMain, language, style, theme } = look
  return (
    <div className={className} data-license-portal={base} data-theme={theme} lang={language}>
      {style}
      <PortalContexts base={base} hasMain={hasMain} language={language}>
        {children}
      </PortalContexts>
    </div>
  )
}
