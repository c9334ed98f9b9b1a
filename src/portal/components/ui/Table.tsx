import type { ComponentProps, ReactNode } from 'react'

import { cn } from './cn'

/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   This table turns into cards on phones. Some browsers drop a table's own roles as soon as CSS gives its parts another
   `display`, so all of them are spelled out. */

/** The table. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
  return (
    <table
      className={cn('cards:block rows:border-separate rows:border-spacing-0 w-full', className)}
      role="table"
      {...props}
    />
  )
}

/** The row of headings: unseen on phones, where each cell shows its own. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="cards:sr-only" role="rowgroup">
      <tr role="row">{children}</tr>
    </thead>
  )
}

/** The heading of a column. */
export function TableHeading({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      className={cn(
        'text-muted h-10 border-b px-3 text-left text-xs font-medium whitespace-nowrap first:pl-5 last:pr-5',
        className,
      )}
      role="columnheader"
      scope="col"
      {...props}
    />
  )
}

/** The rows. */
export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody className="cards:block cards:divide-y" role="rowgroup">
      {children}
    </tbody>
  )
}

/** One row, or one card on a phone. */
export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn('group/row portal-row', className)} role="row" {...props} />
}

type CellProps = ComponentProps<'td'> & {
  /** The heading that a phone shows with the cell. Screen readers know it from the column. */
  label?: string
}

/** One cell. */
export function TableCell({ children, className, label, ...props }: CellProps) {
  return (
    <td className={cn('portal-cell', className)} role="cell" {...props}>
      {label && (
        <span aria-hidden className="portal-label">
          {label}
        </span>
      )}
      {children}
    </td>
  )
}
