'use client'

import {
  CheckboxInput,
  useConfig,
  useDocumentInfo,
  useField,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'

import { fillPlural } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { customersTexts } from './texts'
import { useSlug } from '../useSlug'

/** Offers to move the licences along, once the Client ID in the form is another one than the saved one. */
export function MoveLicenses({ path }: { path: string }) {
  const texts = useTexts(customersTexts)
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const licenses = useSlug()('licenses')
  const { id, savedDocumentData } = useDocumentInfo()
  const { setValue, value } = useField<boolean>({ path })
  const typed = useFormFields(([fields]) => fields.clientId?.value as string | undefined)
  const saved = savedDocumentData?.clientId as string | undefined
  const isChanged = Boolean(id && saved && typed?.trim() && typed.trim() !== saved)
  const [count, setCount] = useState<null | number>(null)

  useEffect(() => {
    if (!isChanged || !saved) return
    const query = new URLSearchParams({
      depth: '0',
      limit: '1',
      'where[customerId][equals]': saved,
    })
    const url = formatAdminURL({ apiRoute: config.routes.api, path: `/${licenses}` })
    const stopped = new AbortController()
    fetch(`${url}?${query}`, { credentials: 'include', signal: stopped.signal })
      .then((response) => response.json() as Promise<{ totalDocs?: number }>)
      .then(({ totalDocs = 0 }) => setCount(totalDocs))
      .catch(() => undefined)
    return () => stopped.abort()
  }, [config.routes.api, isChanged, licenses, saved])

  useEffect(() => {
    // Licences without a customer are seldom meant, so moving is the default; nothing is asked while nothing changes.
    setValue(isChanged)
  }, [isChanged, setValue])

  if (!isChanged || count === 0) return null
  return (
    <div className="field-type" style={{ marginBottom: 'var(--base)' }}>
      <CheckboxInput
        checked={value === true}
        label={count === null ? texts.moveAll : fillPlural(texts.moveCount, count, i18n.language)}
        name={path}
        onToggle={({ target }) => setValue(target.checked)}
      />
    </div>
  )
}
