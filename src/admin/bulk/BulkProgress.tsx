'use client'

import { Button } from '@payloadcms/ui'

import { fill } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { bulkTexts } from './texts'

type BulkProgressProps = { label: string; onStop: () => void; through: number; total: number }

/** How far an action on many documents is. */
export function BulkProgress({ label, onStop, through, total }: BulkProgressProps) {
  const texts = useTexts(bulkTexts)
  const said = fill(texts.progress, { done: String(through), total: String(total) })
  return (
    <div style={{ alignItems: 'center', display: 'flex', gap: 'calc(var(--base) / 2)' }}>
      <progress aria-label={label} max={total} style={{ flex: '1 1 8rem' }} value={through} />
      <span>{said}</span>
      <Button buttonStyle="secondary" margin={false} onClick={onStop} size="small">
        {texts.cancel}
      </Button>
    </div>
  )
}
