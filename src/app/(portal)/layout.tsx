import '../../portal/styles/portal.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { portalBase } from '../../http/portalPath'
import { AnnouncerProvider } from '../../portal/components/Announcer'
import { getI18n } from '../../portal/i18n/getI18n'
import { MessagesProvider } from '../../portal/i18n/MessagesProvider'
import { TimeZoneCookie } from '../../portal/i18n/TimeZoneCookie'
import { ThemeStyle } from '../../portal/shell/ThemeStyle'
import { getTheme } from '../../portal/theme/getTheme'
import { inter, interExtended } from './fonts'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return {
    robots: { follow: false, index: false },
    title: { default: messages.brand, template: `%s · ${messages.brand}` },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { color: '#f9fafb', media: '(prefers-color-scheme: light)' },
    { color: '#0d0e11', media: '(prefers-color-scheme: dark)' },
  ],
}

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [{ language }, theme] = await Promise.all([getI18n(), getTheme()])
  return (
    <html
      className={`${inter.variable} ${interExtended.variable}`}
      data-portal={portalBase()}
      data-theme={theme}
      lang={language}
    >
      <body>
        <ThemeStyle />
        <MessagesProvider language={language}>
          <AnnouncerProvider>{children}</AnnouncerProvider>
        </MessagesProvider>
        <TimeZoneCookie />
      </body>
    </html>
  )
}
