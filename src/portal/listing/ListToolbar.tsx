'use client'

import type { ReactNode } from 'react'

/** What stands above a list: its parts at one end, the search at the other. */
export function ListToolbar({ filters, search }: { filters: ReactNode; search: ReactNode }) {
  return (
    <div className="rows:flex-row rows:items-center rows:justify-between mb-4 flex flex-col gap-3">
      {search}
      <div className="rows:order-first">{filters}</div>
    </div>
  )
}
