'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

import { usePendingTarget } from './PendingContext'
import { PageSkeleton } from './PageSkeleton'

/**
 * The page, or what stands in for the next one while it is on its way. This happens in the browser and not by streaming: a
 * page's status must be known before its first byte, and it must be whole without JavaScript.
 */
export function PendingContent({ children }: { children: ReactNode }) {
  const target = usePendingTarget()
  const isElsewhere = usePathname() !== target && target !== null

  return (
    <>
      {target !== null && <ProgressBar />}
      {isElsewhere && <PageSkeleton path={target} />}
      <div
        aria-busy={target !== null}
        className="transition-opacity aria-busy:opacity-60"
        hidden={isElsewhere}
      >
        {children}
      </div>
    </>
  )
}

function ProgressBar() {
  return (
    <div aria-hidden className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden">
      <div className="animate-progress bg-accent h-full w-1/3" />
    </div>
  )
}
