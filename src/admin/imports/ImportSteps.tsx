'use client'

import type { ImportStatus } from '../../../collections/Imports/values'
import { useTexts } from '../i18n/useTexts'
import { importTexts } from './texts'

const steps = ['upload', 'columns', 'check', 'run', 'result'] as const

const stepOf: Record<ImportStatus, (typeof steps)[number]> = {
  cancelled: 'result',
  checked: 'check',
  checking: 'check',
  done: 'result',
  failed: 'upload',
  reading: 'upload',
  ready: 'columns',
  running: 'run',
}

/** Where an import is on its way. */
export function ImportSteps({ isMapping, status }: { isMapping: boolean; status: ImportStatus }) {
  const texts = useTexts(importTexts)
  const current = isMapping ? 'columns' : stepOf[status]
  return (
    <ol aria-label={texts.step.label} className="lm-import__steps">
      {steps.map((step) => (
        <li aria-current={step === current ? 'step' : undefined} key={step}>
          {texts.step[step]}
        </li>
      ))}
    </ol>
  )
}
