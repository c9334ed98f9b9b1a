import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'

const badgeStyles = cva('portal-badge', {
  variants: {
    tone: {
      danger: 'bg-danger-soft text-danger',
      neutral: 'bg-hover text-muted',
      success: 'bg-success-soft text-success',
      warning: 'bg-warning-soft text-warning',
    },
  },
})

/** A state in a word. The dot only repeats what the word says. */
export function Badge({
  children,
  tone,
}: { children: ReactNode } & Required<VariantProps<typeof badgeStyles>>) {
  return (
    <span className={badgeStyles({ tone })}>
      <span aria-hidden className="size-1.5 rounded-full bg-current opacity-80" />
      {children}
    </span>
  )
}
