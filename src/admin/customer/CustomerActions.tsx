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

import { AccountState, type AccountFacts } from './AccountState'
import { type ActionDescription, actionsFor } from './actionsFor'
import { postAction } from './postAction'

const modalSlug = 'customer-action'

/** What an administrator can do to a customer's account, beside the account's state. A new customer has none yet. */
export function CustomerActions() {
  const { id, savedDocumentData } = useDocumentInfo()
  const { config } = useConfig()
  const { openModal } = useModal()
  const depth = useEditDepth()
  const isModified = useFormModified()
  const router = useRouter()
  const [asked, setAsked] = useState<ActionDescription | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const [isReloading, startReload] = useTransition()
  // In a drawer the form could not be loaded anew.
  if (!id || depth > 1) return null

  const facts = (savedDocumentData ?? {}) as AccountFacts

  async function run({ name }: ActionDescription): Promise<void> {
    setIsRunning(true)
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/customers/${id}/actions/${name}`,
    })
    const { isDone, message } = await postAction(url)
    setIsRunning(false)
    toast[isDone ? 'success' : 'error'](message)
    // Loads the form anew as well: saved as it was, it would take back what was just done.
    if (isDone) startReload(() => router.refresh())
  }

  function choose(action: ActionDescription) {
    if (!action.question) return void run(action)
    setAsked(action)
    openModal(modalSlug)
  }

  return (
    <section
      aria-label="Account"
      className="field-type"
      style={{ marginBottom: 'calc(var(--base) * 1.25)' }}
    >
      <AccountState facts={facts} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'calc(var(--base) / 2)' }}>
        {actionsFor(facts).map((action) => (
          <Button
            buttonStyle="secondary"
            disabled={isModified || isRunning || isReloading}
            key={action.name}
            margin={false}
            onClick={() => choose(action)}
            size="small"
            type="button"
          >
            {action.label}
          </Button>
        ))}
      </div>
      {isModified && <p className="field-description">Save your changes first.</p>}
      <ConfirmationModal
        body={asked?.question ?? ''}
        confirmLabel={asked?.label}
        heading={`${asked?.label ?? ''}?`}
        modalSlug={modalSlug}
        onConfirm={() => (asked ? run(asked) : undefined)}
      />
    </section>
  )
}
