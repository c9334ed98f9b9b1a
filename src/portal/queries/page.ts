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
  /** Whether hooks of a host may leave out rows of what is found, of which counting knows nothing. */
  areSomeLeftOut: boolean
  count: () => Promise<{ totalDocs: number }>
  find: (options: { limit: number; page: number; pagination: boolean }) => Promise<{
    docs: Row[]
    totalDocs: number
    totalPages: number
  }>
}

/**
 * One page of what is found. How many there are is not asked for where the first page holds them all. Payload's own number is none beyond the
 * last page of a list that is in the order of another collection.
 *
 * @param page counted from 1
 * @param query.count Payload's `count` with the same filter
 * @param query.find Payload's `find` with these options
 */
export async function findPage<Row>(
  page: number,
  { areSomeLeftOut, count, find }: PageQuery<Row>,
): Promise<Page<Row>> {
  if (areSomeLeftOut) {
    const { docs, totalDocs, totalPages } = await find({ limit: pageSize, page, pagination: true })
    return { page, pages: Math.max(1, totalPages), rows: docs, total: totalDocs }
  }
  const isFirst = page === 1
  const [{ docs }, counted] = await Promise.all([
    find({ limit: isFirst ? pageSize + 1 : pageSize, page, pagination: false }),
    isFirst ? null : count(),
  ])
  const { totalDocs } =
    counted ?? (docs.length > pageSize ? await count() : { totalDocs: docs.length })
  // Rows may go, or another replica be behind, between the two questions.
  const total =
    docs.length > 0 ? Math.max(totalDocs, (page - 1) * pageSize + docs.length) : totalDocs
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return { page, pages, rows: docs.slice(0, pageSize), total }
}
