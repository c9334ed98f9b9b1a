'use client'

import { Button, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useRef, useState } from 'react'

import { fillPlural } from '../../text/fill'
import { BulkProgress } from '../bulk/BulkProgress'
import { bulkTexts } from '../bulk/texts'
import { useTexts } from '../i18n/useTexts'
import { generate, type MadeLicense, toCsv } from './generate'
import { GenerateForm, type GenerateRequest } from './GenerateForm'
import { licensesTexts } from './texts'
import { useSlug } from '../useSlug'

/** Makes many licences alike and hands out their codes. */
export function GenerateLicenses() {
  const { generate: texts } = useTexts(licensesTexts)
  const bulk = useTexts(bulkTexts)
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const slugFor = useSlug()
  const router = useRouter()
  const stopper = useRef<AbortController | null>(null)
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  // It may have been unfolded before the page's scripts ran: the browser needs none for that, and tells of it once.
  useEffect(() => setIsOpen(details.current?.open ?? false), [])
  const [progress, setProgress] = useState<null | { through: number; total: number }>(null)
  const [made, setMade] = useState<MadeLicense[]>([])

  async function start(request: GenerateRequest): Promise<void> {
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor('licenses')}/bulk/generate`,
    })
    const controller = new AbortController()
    stopper.current = controller
    setMade([])
    setProgress({ through: 0, total: request.count })
    const result = await generate(url, request, {
      onProgress: (through) => setProgress({ through, total: request.count }),
      signal: controller.signal,
    })
    setProgress(null)
    setMade(result.made)
    const said = fillPlural(texts.made, result.made.length, i18n.language)
    const early = controller.signal.aborted ? bulk.stopped : (result.message ?? bulk.notReached)
    if (result.isComplete) toast.success(said)
    else toast.error(`${early} ${said}`)
    router.refresh()
  }

  return (
    <details
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      open={isOpen}
      ref={details}
      style={{ marginBottom: 'var(--base)' }}
    >
      <summary style={{ cursor: 'pointer' }}>{texts.heading}</summary>
      <div style={{ paddingTop: 'calc(var(--base) / 2)' }}>
        {progress ? (
          <BulkProgress
            label={texts.heading}
            onStop={() => stopper.current?.abort()}
            {...progress}
          />
        ) : (
          isOpen && <GenerateForm onSubmit={(request) => void start(request)} />
        )}
        {made.length > 0 && (
          <p role="status">
            {fillPlural(texts.made, made.length, i18n.language)}{' '}
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => download(made)}
              size="small"
            >
              {texts.csv}
            </Button>
          </p>
        )}
      </div>
    </details>
  )
}

function download(made: readonly MadeLicense[]): void {
  const url = URL.createObjectURL(new Blob([`\uFEFF${toCsv(made)}`], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `licenses-${new Date().toISOString().slice(0, 10)}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
