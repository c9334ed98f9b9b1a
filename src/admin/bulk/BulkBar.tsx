'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useConfig,
  useModal,
  useSelection,
  useTranslation,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { type ReactNode, useState } from 'react'

import { fillPlural } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { BulkProgress } from './BulkProgress'
import { postJson } from './postJson'
import { bulkTexts } from './texts'
import { useBulkRun } from './useBulkRun'
import { useSlug } from '../useSlug'

/** What was chosen, as the server counts it. */
export type Selected = { count: number; ids: string[]; licenses?: number }

export type BulkAction = {
  /** What is asked before it is done. */
  body: (selected: Selected) => ReactNode
  /** What is sent with it. */
  fields?: () => object
  label: string
  /** The last part of the endpoint's address. */
  name: string
}

type BulkBarProps = { actions: BulkAction[]; collectionSlug: 'customers' | 'licenses' }

const modalSlug = 'bulk-action'

/** Payload's word for all pages of a list; it does not export it. */
const wholeList = 'allAvailable'

/** Actions for the documents that are ticked in a list. Nothing while none is. */
export function BulkBar({ actions, collectionSlug }: BulkBarProps) {
  const texts = useTexts(bulkTexts)
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const slugFor = useSlug()
  const { openModal } = useModal()
  const { count, getSelectedIds, selectAll, toggleAll } = useSelection()
  const { progress, run, stop } = useBulkRun()
  const [asked, setAsked] = useState<null | { action: BulkAction; selected: Selected }>(null)
  const addressOf = (name: string) =>
    formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor(collectionSlug)}/bulk/${name}`,
    })

  async function choose(action: BulkAction): Promise<void> {
    const query = queryOf(String(selectAll) === wholeList, getSelectedIds())
    const answer = await postJson<Selected>(`${addressOf('select')}?${query}`, {})
    if (!answer.isDone) return void toast.error(answer.message ?? texts.notReached)
    setAsked({ action, selected: answer.body })
    openModal(modalSlug)
  }

  async function confirm(): Promise<void> {
    if (!asked) return
    const { action, selected } = asked
    await run(addressOf(action.name), selected.ids, action.fields?.())
    toggleAll()
  }

  if (count === 0 && !progress) return null
  return (
    <section aria-label={texts.label} style={{ marginBottom: 'var(--base)' }}>
      {progress ? (
        <BulkProgress label={asked?.action.label ?? ''} onStop={stop} {...progress} />
      ) : (
        <div
          style={{
            alignItems: 'center',
            display: 'flex',
            flexWrap: 'wrap',
            gap: 'calc(var(--base) / 2)',
          }}
        >
          <strong>{fillPlural(texts.chosen, count, i18n.language)}</strong>
          {actions.map((action) => (
            <Button
              buttonStyle="secondary"
              key={action.name}
              margin={false}
              onClick={() => choose(action)}
              size="small"
            >
              {action.label}
            </Button>
          ))}
        </div>
      )}
      <ConfirmationModal
        body={asked?.action.body(asked.selected) ?? ''}
        confirmLabel={asked?.action.label}
        heading={`${asked?.action.label ?? ''}?`}
        modalSlug={modalSlug}
        onConfirm={() => void confirm()}
      />
    </section>
  )
}

/** What is chosen: the whole list as it is filtered and searched now, or what is ticked. */
function queryOf(isWholeList: boolean, ids: (number | string)[]): string {
  const query = new URLSearchParams(isWholeList ? window.location.search : '')
  if (!isWholeList) query.set('where[id][in]', ids.join(','))
  return query.toString()
}
