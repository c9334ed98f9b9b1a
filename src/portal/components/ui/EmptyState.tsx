import type { Icon } from '../icons'
import type { ReactNode } from 'react'

/** What stands where there is nothing to show: what would be here, and what to do next. */
export function EmptyState({
  action,
  children,
  icon: Icon,
  title,
}: {
  action?: ReactNode
  children: ReactNode
  icon: Icon
  title: string
}) {
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      <div className="bg-canvas flex size-11 items-center justify-center rounded-xl border">
        <Icon aria-hidden className="text-muted size-5 stroke-[1.75]" />
      </div>
      <p className="mt-4 text-[0.9375rem] font-semibold tracking-[-0.01em]">{title}</p>
      <p className="text-muted mt-1 max-w-sm leading-6 text-pretty">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
