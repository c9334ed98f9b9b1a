import type { ReactNode } from 'react'

import { Card } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { LanguageSwitch } from '../i18n/LanguageSwitch'
import { portalLook } from '../look'
import { BrandLogo } from './BrandLogo'
import { Main } from './Main'
import { Slot } from './Slot'

type EntryFrameProps = { children: ReactNode; intro: ReactNode; title: string }

/**
 * The frame of the pages before and after a visit: one matter in the middle of the window, or at the top of a phone's, where what is
 * still to come would move it under the finger.
 */
export async function EntryFrame({ children, intro, title }: EntryFrameProps) {
  const [{ messages }, { components, logo }] = await Promise.all([getI18n(), portalLook()])
  return (
    <Main className="mx-auto flex min-h-[calc(100dvh-var(--portal-top))] w-full max-w-105 flex-col px-4 py-12 sm:justify-center">
      <div className="mb-8 flex items-center justify-center gap-2.5">
        <BrandLogo logo={logo} />
        <span className="text-[0.9375rem] font-semibold tracking-[-0.01em]">{messages.brand}</span>
      </div>
      <Card className="p-6 sm:p-8">
        <h1 className="text-xl leading-7 font-semibold tracking-[-0.02em]">{title}</h1>
        <p className="text-muted mt-1 mb-6 leading-6 text-pretty wrap-break-word">{intro}</p>
        {children}
      </Card>
      <Slot component={components.afterEntry} />
      <LanguageSwitch />
    </Main>
  )
}
