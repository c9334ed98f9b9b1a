'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'

import { setPortalBase } from '../../../http/portalPath'
import { AnnouncerProvider } from '../../components/Announcer'
import { MessagesProvider } from '../../i18n/MessagesProvider'
import { TimeZoneCookie } from '../../i18n/TimeZoneCookie'

type PortalContextsProps = {
  /** Where the portal is below the site's address. */
  base: string
  children: ReactNode
  /** Whether the portal's pages bring their `<main>`. */
  hasMain?: boolean
  language: string
}

type Around = { hasMain: boolean; isInPortal: boolean }

const AroundContext = createContext<Around>({ hasMain: true, isInPortal: false })

/** What the portal's components need of what is around them, once for all of them. In the browser they know the portal's address from here. */
export function PortalContexts({ base, children, hasMain = true, language }: PortalContextsProps) {
  setPortalBase(base)
  const around = useMemo(() => ({ hasMain, isInPortal: true }), [hasMain])
  return (
    <AroundContext value={around}>
      <MessagesProvider language={language}>
        <AnnouncerProvider>{children}</AnnouncerProvider>
      </MessagesProvider>
      <TimeZoneCookie />
    </AroundContext>
  )
}

/** Whether what asks is below the contexts already. */
export function useIsInPortal(): boolean {
  return use(AroundContext).isInPortal
}

/** Whether a page has to bring its `<main>`. */
export function useHasMain(): boolean {
  return use(AroundContext).hasMain
}
