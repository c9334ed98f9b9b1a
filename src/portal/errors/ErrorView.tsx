import type { Icon } from '../components/icons'
import type { ReactNode } from 'react'

/** A page that could not be shown: why, and what to do. */
export function ErrorView({
  children,
  hint,
  icon: Icon,
  title,
}: {
  children: ReactNode
  hint: string
  icon: Icon
  title: string
}) {
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-md flex-col items-center justify-center px-4 py-16 text-center">
      <div className="bg-surface flex size-11 items-center justify-center rounded-xl border">
        <Icon aria-hidden className="text-muted size-5 stroke-[1.75]" />
      </div>
      <h1 className="mt-5 text-xl leading-7 font-semibold tracking-[-0.02em]">{title}</h1>
      <p className="text-muted mt-1.5 leading-6 text-pretty">{hint}</p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">{children}</div>
    </div>
  )
}
