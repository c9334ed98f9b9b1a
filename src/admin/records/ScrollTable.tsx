import type { ReactNode } from 'react'

type ScrollTableProps = {
  /** Its rows. */
  children: ReactNode
  headings: string[]
  /** What it is a table of. */
  label: string
}

/** A table that scrolls where it is wider than its place. */
export function ScrollTable({ children, headings, label }: ScrollTableProps) {
  return (
    <div
      aria-label={label}
      className="table"
      role="region"
      style={{ overflowX: 'auto' }}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table cellPadding={0} cellSpacing={0}>
        <thead style={{ color: 'var(--theme-elevation-600)' }}>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
