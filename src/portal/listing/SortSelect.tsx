'use client'

import { ArrowUpDown } from '../components/icons'

import { cn } from '../components/ui/cn'
import { inputStyles } from '../components/ui/Field'

type SortSelectProps = {
  label: string
  options: readonly { text: string; value: string }[]
  value: string
}

/** The order of a list on phones, where there are no column headings; elsewhere it only keeps the order in the form. */
export function SortSelect({ label, options, value }: SortSelectProps) {
  return (
    <div className="rows:hidden relative min-w-0 flex-1 md:max-w-56">
      <ArrowUpDown
        aria-hidden
        className="text-faint pointer-events-none absolute inset-y-0 left-3 my-auto size-4"
      />
      <select
        aria-label={label}
        className={cn(inputStyles, 'pl-9')}
        defaultValue={value}
        key={value}
        name="sort"
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
