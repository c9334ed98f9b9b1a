'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useConfig,
  useDocumentInfo,
  useEditDepth,
  useFormModified,
  useModal,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState, useTransition } from 'react'

import { useTexts } from '../i18n/useTexts'
import { AccountState, type AccountFacts } from './AccountState'
import { type AccountAction, actionsFor } from './actionsFor'
import { postAction } from './postAction'
import { accountTexts } from './texts'
import { useSlug } from '../useSlug'

const modalSlug = 'customer-action'

/** What an administrator can do to a customer's account, beside the account's state. A new customer has none yet. */
export function CustomerActions() {
  const texts = useTexts(accountTexts)
  const { id, savedDocumentData } = useDocumentInfo()
  const { config } = useConfig()
  const slugFor = useSlug()
  const { openModal } = useModal()
  const depth = useEditDepth()
  const isModified = useFormModified()
  const router = useRouter()
  const [asked, setAsked] = useState<AccountAction | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const [isReloading, startReload] = useTransition()
  // In a drawer the form could not be loaded anew.
  if (!id || depth > 1) return null

  const facts = (savedDocumentData ?? {}) as AccountFacts

  async function run(action: AccountAction): Promise<void> {
    setIsRunning(true)
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor('customers')}/${id}/actions/${action}`,
    })
    const { isDone, message } = await postAction(url)
    setIsRunning(false)
    toast[isDone ? 'success' : 'error'](message ?? texts.failed)
    // Loads the form anew as well: saved as it was, it would take back what was just done.
    if (isDone) startReload(() => router.refresh())
  }

  /** Asked before it is done; what takes nothing from the customer is done at once. */
  function questionOf(action: AccountAction): string | undefined {
    return (texts.questions as Partial<Record<AccountAction, string>>)[action]
  }

  function choose(action: AccountAction) {
    if (!questionOf(action)) return void run(action)
    setAsked(action)
    openModal(modalSlug)
  }

  return (
    <section
      aria-label={texts.region}
      className="field-type"
      style={{ marginBottom: 'calc(var(--base) * 1.25)' }}
    >
      <AccountState facts={facts} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'calc(var(--base) / 2)' }}>
        {actionsFor(facts).map((action) => (
          <Button
            buttonStyle="secondary"
            disabled={isModified || isRunning || isReloading}
            key={action}
            margin={false}
            onClick={() => choose(action)}
            size="small"
            type="button"
          >
            {texts.actions[action]}
          </Button>
        ))}
      </div>
      {isModified && <p className="field-description">{texts.saveFirst}</p>}
      <ConfirmationModal
        body={asked ? questionOf(asked) : ''}
        confirmLabel={asked ? texts.actions[asked] : undefined}
        heading={asked ? `${texts.actions[asked]}?` : ''}
        modalSlug={modalSlug}
        onConfirm={() => (asked ? run(asked) : undefined)}
      />
    </section>
  )
}
