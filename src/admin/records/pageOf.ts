/** How many records a page of a tab has. */
export const recordsPerPage = 25

/** The page that an address asks for, from 1. */
export function pageOf(searchParams: undefined | { page?: string | string[] }): number {
  const page = Number(searchParams?.page)
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** The addresses of the pages beside one. */
export function neighbours(
  page: number,
  hasNext: boolean,
): { next: null | string; previous: null | string } {
  return {
    next: hasNext ? `?page=${page + 1}` : null,
    previous: page > 1 ? `?page=${page - 1}` : null,
  }
}
