import { pageSize } from '../listing/listParams'

/** One page of a list. */
export type Page<Row> = {
  page: number
  pages: number
  rows: Row[]
  /** Rows on all pages. */
  total: number
}

type PageQuery<Row> = {
  count: () => Promise<{ totalDocs: number }>
  find: (options: { limit: number; page: number; pagination: boolean }) => Promise<{
    docs: Row[]
    totalDocs: number
    totalPages: number
  }>
}

/**
 * One page of what is found. How many there are is not asked for where the first page holds them all.
 *
 * @param page counted from 1
 * @param query.find Payload's `find` with these options; where the first page has no room for all, `count` with the same filter is asked as well
 */
export async function findPage<Row>(
  page: number,
  { count, find }: PageQuery<Row>,
): Promise<Page<Row>> {
  if (page > 1) {
    const { docs, totalDocs, totalPages } = await find({ limit: pageSize, page, pagination: true })
    return { page, pages: totalPages, rows: docs, total: totalDocs }
  }
  const { docs } = await find({ limit: pageSize + 1, page, pagination: false })
  const total = docs.length > pageSize ? (await count()).totalDocs : docs.length
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return { page, pages, rows: docs.slice(0, pageSize), total }
}
