'use client'

import { useParams, usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

import { portalBase } from '../../../http/portalPath'
import { fontClasses } from '../../fonts'
import { defaultLanguage, languages } from '../../messages/languages'
import { knownTheme, themeCookie } from '../../theme/theme'
import { Frame, type FrameLook } from './Frame'
import { lastFrame } from './lastFrame'

/** The frame of what the browser shows where the server could render no page, and so no frame. Nothing but a browser renders it. */
export function ErrorFrame({ children }: { children: ReactNode }) {
  const path = usePathname()
  const params = useParams()
  const look = lastFrame() ?? guessFrame(path, params)
  return (
    // The host's variables came with the page, perhaps not to their end.
    <Frame {...look} style={null}>
      {children}
    </Frame>
  )
}

/** As the visitor's document, cookies and address have it: what the portal's page would have said is not known. */
function guessFrame(path: string, params: ReturnType<typeof useParams>): FrameLook {
  const [language = ''] = document.documentElement.lang.split('-')
  return {
    base: baseOf(path, params),
    className: fontClasses(),
    hasMain: !document.querySelector('main'),
    language: Object.hasOwn(languages, language) ? language : defaultLanguage,
    theme: knownTheme(new RegExp(`(?:^|; )${themeCookie}=([a-z]+)`).exec(document.cookie)?.[1]),
  }
}

/** What is before the part of the address that the catch-all route takes. What does not look like a path must not become the beginning of links. */
function baseOf(path: string, params: ReturnType<typeof useParams>): string {
  const below = Object.values(params).find((value) => Array.isArray(value)) ?? []
  const segments = path.replace(/\/$/, '').split('/')
  const base = segments.slice(0, segments.length - below.length).join('/')
  return /^(?:\/[\w-]+)+$/.test(base) ? base : portalBase()
}
