import type { ComponentProps, ReactNode } from 'react'

import { cn } from './cn'

/** The look of everything that is typed into. 16 px on phones, where smaller text makes browsers zoom in. */
export const inputStyles = cn(
  'h-11 w-full rounded-lg border border-line-strong bg-raised px-3 text-base text-ink shadow-control',
  'transition-colors placeholder:text-faint read-only:bg-canvas sm:h-9 sm:text-sm',
  'aria-invalid:border-danger',
)

type FieldProps = ComponentProps<'input'> & {
  /** What stands at the end of the box, such as a button. */
  end?: ReactNode
  error?: null | string
  hint?: string
  id: string
  label: string
}

/** A labelled input whose hint and error are tied to it for screen readers. */
export function Field({ className, end, error, hint, id, label, ...input }: FieldProps) {
  const descriptions = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1.5">
      <label className="text-[0.8125rem] font-medium" htmlFor={id}>
        {label}
      </label>
      <div className="relative">
        <input
          aria-describedby={descriptions || undefined}
          aria-invalid={error ? true : undefined}
          className={cn(inputStyles, end && 'pr-11', className)}
          id={id}
          {...input}
        />
        {end && <div className="absolute inset-y-0 right-1 flex items-center">{end}</div>}
      </div>
      {hint && (
        <p className="text-muted text-xs" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="text-danger text-xs" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
