'use client'

import { Button, ConfirmationModal, useModal, useTranslation } from '@payloadcms/ui'

import type { ShownImport } from '../../imports/shownImport'
import { fill, fillPlural } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { ImportedRows } from './ImportedRows'
import { importTexts } from './texts'

type ImportResultProps = {
  base: string
  found: ShownImport
  onChange: () => void
  onRun: () => Promise<boolean>
}

const modalSlug = 'run-import'
const outcomes = ['created', 'updated', 'skipped', 'failed'] as const

/** What came of the rows, or would come of them, and what can be done next. */
export function ImportResult({ base, found, onChange, onRun }: ImportResultProps) {
  const texts = useTexts(importTexts)
  const { i18n } = useTranslation()
  const { openModal } = useModal()
  const { counts, status, total } = found
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const good = counts.created + counts.updated
  const rest = total - counts.skipped - counts.failed

  const numbers = fill(texts.run.body, {
    created: number(counts.created),
    failed: number(counts.failed),
    skipped: number(counts.skipped),
    total: number(total),
    updated: number(counts.updated),
  })
  const question = found.plan?.options.invites ? `${numbers} ${texts.run.invites}` : numbers

  return (
    <>
      <ul className="lm-import__counts">
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <span className={`lm-import__outcome lm-import__outcome--${outcome}`}>
              {fillPlural(texts.count[outcome], counts[outcome], i18n.language)}
            </span>
          </li>
        ))}
      </ul>
      <div className="lm-import__actions">
        {status === 'checked' && good > 0 && (
          <Button margin={false} onClick={() => openModal(modalSlug)}>
            {texts.run.button}
          </Button>
        )}
        {status === 'checked' && (
          <Button buttonStyle="secondary" margin={false} onClick={onChange}>
            {texts.change}
          </Button>
        )}
        {status === 'cancelled' && (
          <Button margin={false} onClick={() => void onRun()}>
            {texts.continue}
          </Button>
        )}
        {status !== 'running' && (
          <Button buttonStyle="secondary" el="anchor" margin={false} url={`${base}/result`}>
            {texts.result}
          </Button>
        )}
        {status !== 'running' && counts.failed > 0 && (
          <Button
            buttonStyle="secondary"
            el="anchor"
            margin={false}
            url={`${base}/result?only=failed`}
          >
            {texts.failedRows}
          </Button>
        )}
      </div>
      {status === 'checked' && good === 0 && <p>{texts.run.nothing}</p>}
      {status !== 'running' && <ImportedRows base={base} found={found} />}
      <ConfirmationModal
        body={question}
        confirmLabel={texts.run.button}
        heading={fill(texts.run.heading, { count: number(rest) })}
        modalSlug={modalSlug}
        onConfirm={() => void onRun()}
      />
    </>
  )
}
