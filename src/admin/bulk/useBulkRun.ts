'use client'

import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import { fillPlural } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { runParts } from './runParts'
import { bulkTexts } from './texts'

type Progress = { through: number; total: number }

/** Runs an action on many documents, with its progress and a way to stop it; says at the end what came of it. */
export function useBulkRun() {
  const texts = useTexts(bulkTexts)
  const { i18n } = useTranslation()
  const router = useRouter()
  const stopper = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<null | Progress>(null)

  async function run(url: string, ids: readonly string[], fields: object = {}): Promise<void> {
    const controller = new AbortController()
    stopper.current = controller
    setProgress({ through: 0, total: ids.length })
    const { counts, isComplete, message } = await runParts(url, ids, fields, {
      onProgress: (through) => setProgress({ through, total: ids.length }),
      signal: controller.signal,
    })
    setProgress(null)
    const figures = (['done', 'skipped', 'failed'] as const)
      .filter((name) => counts[name] > 0 || (name === 'done' && counts.skipped === 0))
      .map((name) => fillPlural(texts[name], counts[name], i18n.language))
      .join(', ')
    const early = controller.signal.aborted ? texts.stopped : (message ?? texts.notReached)
    const isGood = isComplete && counts.failed === 0
    toast[isGood ? 'success' : 'error'](isComplete ? figures : `${early} ${figures}`)
    router.refresh()
  }

  return { progress, run, stop: () => stopper.current?.abort() }
}
