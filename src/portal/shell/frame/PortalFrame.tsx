import type { ReactNode } from 'react'

import { portalBase } from '../../../http/portalPath'
import { fontClasses } from '../../fonts'
import { getI18n } from '../../i18n/getI18n'
import { portalLook } from '../../look'
import { getTheme } from '../../theme/getTheme'
import { ThemeStyle } from '../ThemeStyle'
import { Frame } from './Frame'

/** What a page of the portal stands in, in a layout of the host's. */
export async function PortalFrame({ children }: { children: ReactNode }) {
  const [{ language }, { hasMain }, theme] = await Promise.all([
    getI18n(),
    portalLook(),
    getTheme(),
  ])
  return (
    <Frame
      base={portalBase()}
      className={fontClasses()}
      hasMain={hasMain}
      language={language}
      style={<ThemeStyle />}
      theme={theme}
    >
      {children}
    </Frame>
  )
}
