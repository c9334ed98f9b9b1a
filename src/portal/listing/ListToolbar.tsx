import type { ReactNode } from 'react'

/** What stands above a list: its parts at one end, the search at the other. */
export function ListToolbar({ filters, search }: { filters: ReactNode; search: ReactNode }) {
  return (
    <div className="mb-4 flex flex-col gap-3 xl:flex-row xl:items-center xl:justify-between">
      {search}
      <div className="xl:order-first">{filters}</div>
    </div>
  )
}
