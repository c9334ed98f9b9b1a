import type { ComponentProps, ReactNode } from 'react'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { id: string; label: ReactNode }

/** A labelled checkbox, large enough for a finger. */
export function Checkbox({ id, label, ...input }: CheckboxProps) {
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2.5 text-sm" htmlFor={id}>
      <input className="accent-primary size-4 shrink-0" id={id} type="checkbox" {...input} />
      {label}
    </label>
  )
}
