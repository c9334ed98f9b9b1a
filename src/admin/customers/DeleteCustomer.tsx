'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useConfig,
  useDocumentInfo,
  useEditDepth,
  useModal,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import { type Selected } from '../bulk/BulkBar'
import { postJson } from '../bulk/postJson'
import type { BulkCounts } from '../bulk/runParts'
import { bulkTexts } from '../bulk/texts'
import { useTexts } from '../i18n/useTexts'
import { StaysBehind } from './StaysBehind'
import { customersTexts } from './texts'
import { useSlug } from '../useSlug'

const modalSlug = 'delete-customer'

/** Deletes the customer of the page, once it is said what stays. Payload's own entry, which does not say it, is hidden. */
export function DeleteCustomer() {
  const texts = useTexts(customersTexts)
  const bulk = useTexts(bulkTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const { id } = useDocumentInfo()
  const { openModal } = useModal()
  const depth = useEditDepth()
  const router = useRouter()
  const [selected, setSelected] = useState<null | Selected>(null)
  if (!id || depth > 1) return null
  const addressOf = (name: string) =>
    formatAdminURL({ apiRoute: config.routes.api, path: `/${slugFor('customers')}/bulk/${name}` })

  async function ask(): Promise<void> {
    const query = new URLSearchParams({ 'where[id][equals]': String(id) })
    const answer = await postJson<Selected>(`${addressOf('select')}?${query}`, {})
    if (!answer.isDone) return void toast.error(answer.message ?? bulk.notReached)
    setSelected(answer.body)
    openModal(modalSlug)
  }

  async function remove(): Promise<void> {
    const answer = await postJson<BulkCounts>(addressOf('delete'), { ids: [id] })
    if (!answer.isDone || answer.body.failed > 0) return void toast.error(bulk.notReached)
    toast.success(texts.gone)
    router.push(
      formatAdminURL({
        adminRoute: config.routes.admin,
        path: `/collections/${slugFor('customers')}`,
      }),
    )
  }

  return (
    <div className="field-type" style={{ marginTop: 'var(--base)' }}>
      <style>{'#action-delete { display: none }'}</style>
      <Button
        buttonStyle="error"
        margin={false}
        onClick={() => void ask()}
        size="small"
        type="button"
      >
        {texts.deleteOne}
      </Button>
      <ConfirmationModal
        body={<StaysBehind count={selected?.count ?? 1} licenses={selected?.licenses ?? 0} />}
        confirmLabel={texts.deleteOne}
        heading={`${texts.deleteOne}?`}
        modalSlug={modalSlug}
        onConfirm={() => void remove()}
      />
    </div>
  )
}
