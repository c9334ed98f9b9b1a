'use client'

import type { ReactNode } from 'react'

import { CurrentPages } from './PagesContext'
import type { PortalPages } from './portalPages'

type PageFrameProps = {
  /** What can be done on the page as a whole. */
  action?: ReactNode
  /** Where the page hangs: a link to what is above it. */
  above?: ReactNode
  children: ReactNode
  intro?: ReactNode
  pages: PortalPages
  title: ReactNode
}

/** The frame of a page: its heading, what can be done, and its content. */
export function PageFrame({ above, action, children, intro, pages, title }: PageFrameProps) {
  return (
    <>
      <CurrentPages {...pages} />
      {above && <div className="mb-3">{above}</div>}
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-2xl leading-8 font-semibold tracking-[-0.022em] wrap-break-word">
            {title}
          </h1>
          {intro && <div className="text-muted mt-1 leading-6 text-pretty">{intro}</div>}
        </div>
        {action}
      </header>
      <div className="@container mt-7">{children}</div>
    </>
  )
}
