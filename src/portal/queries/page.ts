/** One page of a list. */
export type Page<Row> = {
  page: number
  pages: number
  rows: Row[]
  /** Rows on all pages. */
  total: number
}
