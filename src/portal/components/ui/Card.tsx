import type { ComponentProps, ReactNode } from 'react'

import { cn } from './cn'

/** A surface that holds one matter. */
export function Card({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('bg-surface shadow-card rounded-xl border', className)} {...props} />
}

/** The heading of a card or section, with what can be done there at its end. */
export function SectionHeading({
  action,
  children,
  id,
}: {
  action?: ReactNode
  children: ReactNode
  id?: string
}) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4">
      <h2 className="text-[0.9375rem] font-semibold tracking-[-0.01em]" id={id}>
        {children}
      </h2>
      {action}
    </div>
  )
}
