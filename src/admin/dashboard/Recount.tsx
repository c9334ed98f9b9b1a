'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState, useTransition } from 'react'

import { postJson } from '../bulk/postJson'
import { useTexts } from '../i18n/useTexts'
import { dashboardTexts } from './texts'
import { useSlug } from '../useSlug'

/** Has everything counted again, for those who do not want to wait for the worker, and shows it. */
export function Recount() {
  const texts = useTexts(dashboardTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const router = useRouter()
  const [isCounting, setIsCounting] = useState(false)
  const [isReloading, startReload] = useTransition()

  async function run(): Promise<void> {
    setIsCounting(true)
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor('statistics')}/recount`,
    })
    const answer = await postJson(url, {})
    setIsCounting(false)
    if (!answer.isDone) return void toast.error(texts.recountFailed)
    toast.success(texts.recounted)
    startReload(() => router.refresh())
  }

  return (
    <button
      aria-busy={isCounting || isReloading}
      className="lm-recount"
      disabled={isCounting || isReloading}
      onClick={() => void run()}
      type="button"
    >
      {texts.recount}
    </button>
  )
}
