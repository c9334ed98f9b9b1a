'use client'

import { CopyIcon, toast } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { copyText } from '../../text/copyText'
import { fill } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { customersTexts } from './texts'

/** A value in a list with a button that copies it. */
export function CopyCell({ cellData }: DefaultCellComponentProps) {
  const texts = useTexts(customersTexts)
  const value = typeof cellData === 'string' ? cellData : ''
  if (!value) return null

  async function copy(): Promise<void> {
    if (await copyText(value)) toast.success(texts.copied)
    else toast.error(texts.copyFailed)
  }

  return (
    <span style={{ alignItems: 'center', display: 'inline-flex', gap: 'calc(var(--base) / 4)' }}>
      <span style={{ maxWidth: '16rem', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {value}
      </span>
      <button
        aria-label={fill(texts.copy, { value })}
        onClick={() => void copy()}
        style={{
          background: 'none',
          border: 0,
          color: 'inherit',
          cursor: 'pointer',
          lineHeight: 0,
          minHeight: 24,
          minWidth: 24,
          padding: 0,
        }}
        type="button"
      >
        <CopyIcon />
      </button>
    </span>
  )
}
