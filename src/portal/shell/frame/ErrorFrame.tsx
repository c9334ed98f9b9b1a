'use client'

import { useParams, usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

import { portalBase } from '../../../http/portalPath'
import { defaultLanguage, languages } from '../../messages/languages'
import { Frame, type FrameLook } from './Frame'
import { lastFrame } from './lastFrame'

/** The frame of what the browser shows where the server could render no page, and so no frame. */
export function ErrorFrame({ children }: { children: ReactNode }) {
  const path = usePathname()
  const params = useParams()
  const look = lastFrame() ?? guessFrame(path, params)
  return <Frame {...look}>{children}</Frame>
}

/** As the visitor's document and address have it: what the portal's page would have said is not known. */
function guessFrame(path: string, params: ReturnType<typeof useParams>): FrameLook {
  const lang = typeof document === 'undefined' ? '' : document.documentElement.lang
  const [language = ''] = lang.split('-')
  const below = Object.values(params).find((value) => Array.isArray(value)) ?? []
  const base = path
    .split('/')
    .slice(0, -below.length || undefined)
    .join('/')
  return {
    // What does not look like a path of the site must not become the beginning of links.
    base: /^(?:\/[\w-]+)+$/.test(base) ? base : portalBase(),
    className: '',
    hasMain: true,
    language: Object.hasOwn(languages, language) ? language : defaultLanguage,
    theme: 'system',
  }
}
