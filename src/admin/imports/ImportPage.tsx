'use client'

import { Button, Gutter, Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useRef, useState } from 'react'

import type { Mapping } from '../../imports/mapping/guessMapping'
import type { PresetName } from '../../imports/mapping/presets'
import type { ShownImport } from '../../imports/shownImport'
import { fill } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { DeleteImport } from './DeleteImport'
import { ImportProgress } from './ImportProgress'
import { ImportResult } from './ImportResult'
import { ImportSteps } from './ImportSteps'
import { MapColumns } from './MapColumns'
import { importTexts } from './texts'
import { useImport } from './useImport'
import './imports.css'

export type ImportPageProps = {
  /** The cells of the first row. */
  example: string[]
  guess: { mapping: Mapping; preset: null | PresetName }
  initial: ShownImport
  products: { id: string; name: string }[]
}

/** An import from its columns to its result. */
export function ImportPage({ example, guess, initial, products }: ImportPageProps) {
  const texts = useTexts(importTexts)
  const { config } = useConfig()
  const { act, base, error, found, isMoving } = useImport(initial)
  const [isChanging, setIsChanging] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { status } = found
  const isMapping = status === 'ready' || (status === 'checked' && isChanging)
  const numbers = (value: number) => value.toLocaleString()

  // Whoever works with a keyboard or a screen reader is at the new step, not at a button that is gone.
  const before = useRef(status)
  useEffect(() => {
    if (before.current !== status) heading.current?.focus()
    before.current = status
  }, [status])

  return (
    <Gutter>
      <div className="lm-import" data-import={status}>
        <p>
          <Link href={formatAdminURL({ adminRoute: config.routes.admin, path: '/imports' })}>
            ← {texts.back}
          </Link>
        </p>
        <div className="lm-import__head">
          <h1 ref={heading} tabIndex={-1}>
            {found.filename}
          </h1>
          <span>
            {texts.kind[found.kind]} · {texts.status[status]}
          </span>
        </div>
        <ImportSteps isMapping={isMapping} status={status} />
        <div className="lm-import__error" role="alert">
          {error === 'failed' ? texts.failed : error}
          {status === 'failed' && found.error}
        </div>
        <p className="lm-import__live" role="status">
          {status === 'reading' && texts.reading}
          {status === 'checking' && texts.check.running}
          {status === 'running' && texts.run.running}
          {status === 'checked' && !isMapping && texts.check.done}
          {status === 'done' && texts.done}
          {status === 'cancelled' && texts.cancelled}
        </p>
        {isMoving && status !== 'reading' && (
          <ImportProgress
            label={status === 'checking' ? texts.check.running : texts.run.running}
            max={found.total}
            said={fill(texts.progress, {
              done: numbers(found.processed),
              total: numbers(found.total),
            })}
            value={found.processed}
          >
            <Button buttonStyle="secondary" margin={false} onClick={() => void act('cancel')}>
              {texts.cancel}
            </Button>
          </ImportProgress>
        )}
        {isMapping && (
          <MapColumns
            base={base}
            example={example}
            found={found}
            guess={guess}
            onCheck={async (plan) => {
              if (await act('check', plan)) setIsChanging(false)
            }}
            products={products}
          />
        )}
        {!isMapping && ['cancelled', 'checked', 'done', 'running'].includes(status) && (
          <ImportResult
            base={base}
            found={found}
            key={status}
            onChange={() => setIsChanging(true)}
            onRun={() => act('run')}
          />
        )}
        {!isMoving && <DeleteImport id={found.id} />}
      </div>
    </Gutter>
  )
}
