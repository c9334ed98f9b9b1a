import { Gutter, Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import { ScrollTable } from './ScrollTable'

/** A column of a table of records: its heading and what stands in it. */
export type Column<Row> = { cell: (row: Row) => ReactNode; heading: string }

type RecordTableProps<Row> = {
  /** Stands above the table, such as a button. */
  children?: ReactNode
  columns: Column<Row>[]
  /** What is said where there are none. */
  empty: string
  heading: string
  /** Of the heading: 1 where it is that of the page. */
  level?: 1 | 2
  /** The addresses of the pages beside this one; null at an end. */
  pages: {
    label: string
    next: null | string
    nextLabel: string
    previous: null | string
    previousLabel: string
  }
  rows: (Row & { id: string })[]
}

/** A page of records in a tab of a document. */
export function RecordTable<Row>({
  children,
  columns,
  empty,
  heading,
  level = 2,
  pages,
  rows,
}: RecordTableProps<Row>) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <Gutter>
      <div data-records style={{ padding: 'calc(var(--base) * 1.5) 0 calc(var(--base) * 3)' }}>
        <div
          style={{
            alignItems: 'center',
            display: 'flex',
            flexWrap: 'wrap',
            gap: 'var(--base)',
            justifyContent: 'space-between',
            marginBottom: 'var(--base)',
          }}
        >
          <Heading style={{ margin: 0 }}>{heading}</Heading>
          {children}
        </div>
        {rows.length === 0 ? (
          <p>{empty}</p>
        ) : (
          <ScrollTable headings={columns.map(({ heading: of }) => of)} label={heading}>
            {rows.map((row) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <td key={column.heading}>{column.cell(row)}</td>
                ))}
              </tr>
            ))}
          </ScrollTable>
        )}
        {(pages.previous ?? pages.next) && (
          <nav
            aria-label={pages.label}
            style={{ display: 'flex', gap: 'var(--base)', marginTop: 'var(--base)' }}
          >
            {pages.previous && <Link href={pages.previous}>{pages.previousLabel}</Link>}
            {pages.next && <Link href={pages.next}>{pages.nextLabel}</Link>}
          </nav>
        )}
      </div>
    </Gutter>
  )
}
