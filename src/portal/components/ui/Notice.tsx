import { CircleAlert, CircleCheck } from '../icons'
import type { ComponentProps } from 'react'

import { cn } from './cn'

/** What became of something: good, or not. Put it into a live region where it appears after the page. */
export function Notice({
  children,
  className,
  tone,
  ...props
}: ComponentProps<'div'> & { tone: 'danger' | 'success' }) {
  const Icon = tone === 'success' ? CircleCheck : CircleAlert
  return (
    <div
      className={cn(
        'flex gap-2.5 rounded-lg px-3.5 py-3 text-sm leading-5',
        tone === 'success' ? 'bg-success-soft text-success' : 'bg-danger-soft text-danger',
        className,
      )}
      {...props}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p className="min-w-0 wrap-break-word">{children}</p>
    </div>
  )
}
