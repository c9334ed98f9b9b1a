type ChartTableProps = {
  /** What the table is of; no other landmark may be called so. */
  caption: string
  columns: readonly string[]
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[]
  /** What unfolds it. */
  summary: string
}

/** The figures behind a chart, for those who do not see it and for those who want them exactly. The latest come first. */
export function ChartTable({ caption, columns, rows, summary }: ChartTableProps) {
  return (
    <details className="lm-table">
      <summary>{summary}</summary>
      <div
        aria-label={caption}
        role="group"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={index}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
