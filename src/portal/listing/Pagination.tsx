import { ChevronLeft, ChevronRight } from '../components/icons'
import type { ReactNode } from 'react'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import { pageSize } from './listParams'

type PaginationProps = {
  /** Address of another page of the same list. */
  hrefOf: (page: number) => string
  page: number
  pages: number
  total: number
}

/** Which rows of how many these are, and the way to the others. */
export async function Pagination({ hrefOf, page, pages, total }: PaginationProps) {
  const { format, messages } = await getI18n()
  const from = (page - 1) * pageSize + 1
  const values = {
    from: format.number(from),
    to: format.number(Math.min(page * pageSize, total)),
    total: format.number(total),
  }
  return (
    <div className="mt-4 flex min-h-9 items-center justify-between gap-4">
      <p className="text-muted text-[0.8125rem] tabular-nums" role="status">
        {fill(messages.list.range, values)}
      </p>
      {pages > 1 && (
        <nav aria-label={messages.list.pages} className="flex gap-2">
          <Step href={page > 1 ? hrefOf(page - 1) : null} label={messages.list.previous}>
            <ChevronLeft aria-hidden />
          </Step>
          <Step href={page < pages ? hrefOf(page + 1) : null} label={messages.list.next}>
            <ChevronRight aria-hidden />
          </Step>
        </nav>
      )}
    </div>
  )
}

type StepProps = { children: ReactNode; href: null | string; label: string }

function Step({ children, href, label }: StepProps) {
  if (!href) {
    return (
      <Button aria-label={label} disabled size="icon">
        {children}
      </Button>
    )
  }
  return (
    <Button aria-label={label} asChild size="icon">
      <AppLink href={href}>{children}</AppLink>
    </Button>
  )
}
