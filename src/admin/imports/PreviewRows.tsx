'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { ImportKind } from '../../../collections/Imports/values'
import type { Mapping } from '../../imports/mapping/guessMapping'
import type { ImportPlan } from '../../imports/mapping/options'
import type { PreviewRow } from '../../imports/previewRows'
import { postJson } from '../bulk/postJson'
import { useTexts } from '../i18n/useTexts'
import { importTexts } from './texts'
import { RowsGrid } from './RowsGrid'

type PreviewRowsProps = { base: string; kind: ImportKind; mapping: Mapping; plan: ImportPlan }

const pauseMs = 400

/** What would become of the first rows, anew with every change. */
export function PreviewRows({ base, kind, mapping, plan }: PreviewRowsProps) {
  const texts = useTexts(importTexts)
  const { i18n } = useTranslation()
  const [rows, setRows] = useState<PreviewRow[]>([])
  const [error, setError] = useState<null | string>(null)
  const body = JSON.stringify(plan)

  useEffect(() => {
    const stopped = new AbortController()
    const ask = async () => {
      const sent = JSON.parse(body) as ImportPlan
      const answer = await postJson<{ rows: PreviewRow[] }>(`${base}/preview`, sent, stopped.signal)
      if (stopped.signal.aborted) return
      setRows(answer.isDone ? answer.body.rows : [])
      setError(answer.isDone ? null : (answer.message ?? texts.failed))
    }
    const timer = setTimeout(() => void ask(), pauseMs)
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [base, body, texts.failed])

  return (
    <section>
      <h2>{texts.preview.heading}</h2>
      <p>{texts.preview.intro}</p>
      <div className="lm-import__error" role="alert">
        {error}
      </div>
      {rows.length > 0 && (
        <RowsGrid
          kind={kind}
          label={texts.preview.heading}
          language={i18n.language}
          mapping={mapping}
          rows={rows}
        />
      )}
    </section>
  )
}
