'use client'

import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'

import { postJson } from '../bulk/postJson'
import { useTexts } from '../i18n/useTexts'
import { webhooksTexts } from './texts'
import { useSlug } from '../useSlug'

/** Sends a webhook's message once more, whatever came of it before. */
export function SendAgain() {
  const texts = useTexts(webhooksTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const { id } = useDocumentInfo()
  const router = useRouter()

  async function send(): Promise<void> {
    const path = `/${slugFor('webhook-deliveries')}/${String(id)}/send-again` as const
    const answer = await postJson(formatAdminURL({ apiRoute: config.routes.api, path }), {})
    if (!answer.isDone) return void toast.error(texts.failed)
    toast.success(texts.done)
    router.refresh()
  }

  return (
    <Button buttonStyle="secondary" onClick={() => void send()} size="small" type="button">
      {texts.sendAgain}
    </Button>
  )
}
