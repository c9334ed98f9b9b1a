import '../../portal/styles/portal.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { portalBase } from '../../http/portalPath'
import { fontClasses } from '../../portal/fonts'
import { getI18n } from '../../portal/i18n/getI18n'
import { robots, titleOf } from '../../portal/shell/metadata'
import { PortalContexts } from '../../portal/shell/frame/PortalContexts'
import { ThemeStyle } from '../../portal/shell/ThemeStyle'
import { getTheme } from '../../portal/theme/getTheme'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { robots, title: { default: messages.brand, template: titleOf('%s', messages) } }
}

export const viewport: Viewport = {
  themeColor: [
    { color: '#f9fafb', media: '(prefers-color-scheme: light)' },
    { color: '#0d0e11', media: '(prefers-color-scheme: dark)' },
  ],
}

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [{ language }, theme] = await Promise.all([getI18n(), getTheme()])
  const base = portalBase()
  return (
    <html className={fontClasses()} data-license-portal={base} data-theme={theme} lang={language}>
      <body>
        <ThemeStyle />
        <PortalContexts base={base} language={language}>
          {children}
        </PortalContexts>
      </body>
    </html>
  )
}
