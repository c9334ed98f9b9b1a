import { ArrowDown, ArrowUp } from '../components/icons'

import { AppLink } from '../components/AppLink'
import { cn } from '../components/ui/cn'
import { TableHeading } from '../components/ui/Table'

type SortHeadingProps<Sort extends string> = {
  /** The order from small to large. */
  ascending: Sort
  children: string
  descending: Sort
  /** The order that the first click gives. */
  first?: 'ascending' | 'descending'
  hrefOf: (sort: Sort) => string
  /** The order that the list has. */
  sort: Sort
}

/** A column's heading that sorts the list. On phones it is a plain heading, and a select sorts. */
export function SortHeading<Sort extends string>({
  ascending,
  children,
  descending,
  first = 'ascending',
  hrefOf,
  sort,
}: SortHeadingProps<Sort>) {
  const orders = first === 'ascending' ? [ascending, descending] : [descending, ascending]
  const next = sort === orders[0] ? orders[1] : orders[0]
  const isSorted = sort === ascending || sort === descending
  const Arrow = sort === descending ? ArrowDown : ArrowUp

  return (
    <TableHeading aria-sort={isSorted ? (sort === ascending ? 'ascending' : 'descending') : 'none'}>
      <span className="rows:hidden">{children}</span>
      <AppLink
        className="group hover:bg-hover hover:text-ink cards:hidden -mx-1.5 inline-flex h-7 items-center gap-1 rounded-md px-1.5 transition-colors"
        href={hrefOf(next ?? ascending)}
        scroll={false}
      >
        {children}
        <Arrow
          aria-hidden
          className={cn('size-3.5', isSorted ? 'text-ink' : 'opacity-0 group-hover:opacity-60')}
        />
      </AppLink>
    </TableHeading>
  )
}
