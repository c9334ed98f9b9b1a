'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { type SubmitEvent, useId, useState } from 'react'

import { type ImportKind, importKinds } from '../../../collections/Imports/values'
import { useTexts } from '../i18n/useTexts'
import { ImportProgress } from './ImportProgress'
import { importTexts } from './texts'
import { uploadFile } from './uploadFile'
import './imports.css'
import { useSlug } from '../useSlug'

type NewImportProps = { isOpen: boolean }

/** Chooses what a file holds and uploads it. */
export function NewImport({ isOpen }: NewImportProps) {
  const texts = useTexts(importTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const router = useRouter()
  const hint = useId()
  const [kind, setKind] = useState<ImportKind>('customers')
  const [file, setFile] = useState<File | null>(null)
  const [sent, setSent] = useState<null | number>(null)
  const [error, setError] = useState<null | string>(null)

  async function upload(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!file || sent !== null) return
    setError(null)
    setSent(0)
    const query = new URLSearchParams({ filename: file.name, kind }).toString()
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor('imports')}/upload`,
    })
    const answer = await uploadFile(`${url}?${query}`, file, setSent)
    if ('id' in answer) {
      const path = `/imports/${answer.id}` as const
      return router.push(formatAdminURL({ adminRoute: config.routes.admin, path }))
    }
    setSent(null)
    setError(answer.message ?? texts.failed)
  }

  return (
    <details className="lm-import__new" open={isOpen}>
      <summary>{texts.new}</summary>
      <form className="lm-import__stack" onSubmit={(event) => void upload(event)}>
        <label>
          {texts.kindLabel}
          <select
            className="lm-import__input"
            onChange={({ target }) => setKind(target.value as ImportKind)}
            value={kind}
          >
            {importKinds.map((name) => (
              <option key={name} value={name}>
                {texts.kind[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.file}
          <input
            accept=".csv,.tsv,.txt,.xlsx,.json"
            aria-describedby={hint}
            className="lm-import__input"
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
            required
            type="file"
          />
        </label>
        <p className="lm-import__hint" id={hint}>
          {texts.fileHint}
        </p>
        <div className="lm-import__error" role="alert">
          {error}
        </div>
        {sent === null ? (
          <div>
            <Button disabled={!file} margin={false} type="submit">
              {texts.upload}
            </Button>
          </div>
        ) : (
          <ImportProgress label={texts.uploading} max={100} value={sent} />
        )}
      </form>
    </details>
  )
}
