'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

import type { PortalPages } from './portalPages'

type PagesState = { pages: PortalPages; setPages: (pages: PortalPages) => void }

const PagesContext = createContext<null | PagesState>(null)

/** Holds which pages the navigation offers. */
export function PagesProvider({
  children,
  initial,
}: {
  children: ReactNode
  initial: PortalPages
}) {
  const [pages, setPages] = useState(initial)
  const value = useMemo(() => ({ pages, setPages }), [pages])
  return <PagesContext value={value}>{children}</PagesContext>
}

/** The pages that the navigation offers. */
export function usePages(): PortalPages {
  return use(PagesContext)?.pages ?? { activations: false, downloads: false, licenses: false }
}

/**
 * Tells the navigation what the settings were when this page was rendered. The layout around it is not rendered again when
 * the visitor goes from page to page, so a page switched off meanwhile would keep its link.
 */
export function CurrentPages({ activations, downloads, licenses }: PortalPages) {
  const setPages = use(PagesContext)?.setPages

  useEffect(
    () => setPages?.({ activations, downloads, licenses }),
    [activations, downloads, licenses, setPages],
  )

  return null
}
