'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { importMessages } from '../../imports/messages'
import type { ShownImport } from '../../imports/shownImport'
import { useTexts } from '../i18n/useTexts'
import { type GridRow, RowsGrid } from './RowsGrid'
import { importTexts } from './texts'

type Page = { hasMore: boolean; rows: GridRow[] }

const filters = ['failed', 'skipped', 'created', 'updated', 'pending'] as const

type Filter = '' | (typeof filters)[number]

/** The rows of an import, those with errors first. */
export function ImportedRows({ base, found }: { base: string; found: ShownImport }) {
  const texts = useTexts(importTexts)
  const { i18n } = useTranslation()
  const { outcome: names } = importMessages(i18n.language)
  const [filter, setFilter] = useState<Filter>(found.counts.failed > 0 ? 'failed' : '')
  /** The last row of each page before this one. */
  const [earlier, setEarlier] = useState<number[]>([])
  const [page, setPage] = useState<null | Page>(null)
  const [isFailed, setIsFailed] = useState(false)
  const after = earlier.at(-1) ?? 0
  const waiting = found.total - found.processed

  useEffect(() => {
    const stopped = new AbortController()
    const load = async () => {
      const query = new URLSearchParams({ after: String(after), outcome: filter }).toString()
      try {
        const response = await fetch(`${base}/rows?${query}`, {
          credentials: 'include',
          signal: stopped.signal,
        })
        setIsFailed(!response.ok)
        if (response.ok) setPage((await response.json()) as Page)
      } catch {
        if (!stopped.signal.aborted) setIsFailed(true)
      }
    }
    void load()
    return () => stopped.abort()
  }, [after, base, filter])

  function choose(next: Filter): void {
    setFilter(next)
    setEarlier([])
  }

  const shown = filters.filter((name) =>
    name === 'pending' ? waiting > 0 : found.counts[name] > 0,
  )
  return (
    <section>
      <h2>{texts.rows.heading}</h2>
      <div aria-label={texts.rows.outcome} className="lm-import__actions" role="group">
        {(['', ...shown] as const).map((name) => (
          <Button
            buttonStyle={filter === name ? 'primary' : 'secondary'}
            extraButtonProps={{ 'aria-pressed': filter === name }}
            key={name}
            margin={false}
            onClick={() => choose(name)}
            size="small"
          >
            {name === '' ? texts.rows.all : names[name]}
          </Button>
        ))}
      </div>
      <div className="lm-import__error" role="alert">
        {isFailed && texts.failed}
      </div>
      {page?.rows.length === 0 && <p>{texts.rows.none}</p>}
      {page && page.rows.length > 0 && (
        <RowsGrid
          kind={found.kind}
          label={texts.rows.heading}
          language={i18n.language}
          mapping={found.plan?.mapping ?? {}}
          rows={page.rows}
        />
      )}
      {(earlier.length > 0 || page?.hasMore) && (
        <nav aria-label={texts.pages.label} className="lm-import__actions">
          <Button
            buttonStyle="secondary"
            disabled={earlier.length === 0}
            margin={false}
            onClick={() => setEarlier(earlier.slice(0, -1))}
            size="small"
          >
            {texts.pages.previous}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={!page?.hasMore}
            margin={false}
            onClick={() => setEarlier([...earlier, page?.rows.at(-1)?.number ?? after])}
            size="small"
          >
            {texts.pages.next}
          </Button>
        </nav>
      )}
    </section>
  )
}
