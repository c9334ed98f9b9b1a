'use client'

import { Button, ConfirmationModal, toast, useConfig, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'

import { useTexts } from '../i18n/useTexts'
import { importTexts } from './texts'
import { useSlug } from '../useSlug'

const modalSlug = 'delete-import'

/** Deletes an import, not what it brought in. */
export function DeleteImport({ id }: { id: string }) {
  const texts = useTexts(importTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const { openModal } = useModal()
  const router = useRouter()

  async function remove(): Promise<void> {
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor('imports')}/${id}`,
    })
    const isDone = await fetch(url, { credentials: 'include', method: 'DELETE' }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (!isDone) return void toast.error(texts.failed)
    toast.success(texts.delete.done)
    router.push(formatAdminURL({ adminRoute: config.routes.admin, path: '/imports' }))
    router.refresh()
  }

  return (
    <div className="lm-import__delete">
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(modalSlug)}>
        {texts.delete.button}
      </Button>
      <ConfirmationModal
        body={texts.delete.body}
        confirmLabel={texts.delete.button}
        heading={texts.delete.heading}
        modalSlug={modalSlug}
        onConfirm={() => void remove()}
      />
    </div>
  )
}
