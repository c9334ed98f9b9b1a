'use client'

import type { ReactNode } from 'react'

import type { PortalLook } from '../../extensions/types'
import { AppLink } from '../components/AppLink'
import { useMessages } from '../i18n/MessagesProvider'
import type { Theme } from '../theme/theme'
import { AccountMenu } from './AccountMenu'
import { BrandLogo } from './BrandLogo'
import { Main } from './Main'
import { NavLinks } from './NavLinks'
import { CurrentPages, PagesProvider } from './PagesContext'
import { paths } from './paths'
import { PendingContent } from './PendingContent'
import { PendingProvider } from './PendingContext'
import type { PortalPages } from './portalPages'

type ShellFrameProps = {
  /** What the host has after and before the page. */
  after: ReactNode
  before: ReactNode
  brand: { logo: PortalLook['logo']; name: string }
  children: ReactNode
  customer: { avatar: null | string; email: string; name: string }
  links: { href: string; label: string }[]
  pages: PortalPages
  theme: Theme
}

/**
 * What stands around every page of a customer: navigation at the side, on top, or at the foot of a phone. Like rows of lists, it runs in the browser as
 * well, so that a page carries what it is made of, and not each of its elements a second time.
 */
export function ShellFrame({
  after,
  before,
  brand: { logo, name },
  children,
  customer,
  links,
  pages,
  theme,
}: ShellFrameProps) {
  const messages = useMessages()
  const brand = (
    <AppLink className="flex items-center gap-2.5 rounded-lg" href={paths.dashboard}>
      <BrandLogo logo={logo} />
      <span className="text-[0.9375rem] font-semibold tracking-[-0.01em]">{name}</span>
    </AppLink>
  )
  const logOut = (
    <AppLink className="hidden text-[0.8125rem] underline noscript:inline" href={paths.logout}>
      {messages.nav.logOut}
    </AppLink>
  )

  return (
    <PagesProvider initial={pages}>
      <CurrentPages {...pages} />
      <PendingProvider>
        <a
          className="bg-primary text-on-primary fixed top-3 left-3 z-50 -translate-y-20 rounded-lg px-4 py-2.5 font-medium focus:translate-y-0"
          href="#portal-content"
        >
          {messages.skipToContent}
        </a>
        <div className="flex min-h-[calc(100dvh-var(--portal-top))] flex-col">
          <div className="flex-1 lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
            <header className="sticky top-(--portal-top) hidden h-[calc(100dvh-var(--portal-top))] flex-col border-r px-3 py-4 lg:flex">
              <div className="px-2 pt-1 pb-5">{brand}</div>
              <NavLinks links={links} look="side" />
              <div className="mt-auto">
                {logOut}
                <AccountMenu customer={customer} look="wide" theme={theme} />
              </div>
            </header>
            <div className="min-w-0">
              <header className="bg-canvas/90 sticky top-(--portal-top) z-20 flex h-14 items-center gap-6 border-b px-4 backdrop-blur-md md:px-6 lg:hidden">
                {brand}
                <div className="hidden md:block">
                  <NavLinks links={links} look="bar" />
                </div>
                <div className="ml-auto">
                  {logOut}
                  <AccountMenu customer={customer} look="compact" theme={theme} />
                </div>
              </header>
              <Main
                className="mx-auto max-w-6xl px-4 pt-7 pb-12 md:px-6 md:pb-16 lg:px-10 lg:pt-10"
                tabIndex={-1}
              >
                {before}
                <PendingContent>{children}</PendingContent>
                {after}
              </Main>
            </div>
          </div>
          <div className="bg-surface/95 sticky bottom-0 z-20 border-t pb-[env(safe-area-inset-bottom)] backdrop-blur-md md:hidden">
            <NavLinks links={links} look="tabs" />
          </div>
        </div>
      </PendingProvider>
    </PagesProvider>
  )
}
