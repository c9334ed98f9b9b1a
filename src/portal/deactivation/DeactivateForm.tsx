'use client'

import { useActionState, useEffect } from 'react'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Notice } from '../components/ui/Notice'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from '../shell/paths'
import { deactivate as deactivateAction } from './deactivate'
import type { Candidate } from './DeactivationScope'
import type { DeactivationState } from './deactivationState'

const asked: DeactivationState = { status: 'asked' }

type DeactivateFormProps = {
  candidate: Candidate
  /** In a dialog: closes it. On a page of its own the way back is a link. */
  onCancel?: () => void
  /** In a dialog: takes what there is to say. Elsewhere the list says it. */
  onDone?: (text: string) => void
}

/** The answer to whether an installation is to be deactivated. */
export function DeactivateForm({ candidate, onCancel, onDone }: DeactivateFormProps) {
  const { deactivate } = useMessages()
  const [state, action, isPending] = useActionState(deactivateAction, asked)
  const hasFailed = state.status === 'failed' || state.status === 'notFound'

  useEffect(() => {
    if (state.status === 'done' || state.status === 'doneAlready') {
      onDone?.(fill(deactivate[state.status], { installation: candidate.installation }))
    }
  }, [candidate.installation, deactivate, onDone, state])

  return (
    <form action={action} className="mt-6">
      <input name="id" type="hidden" value={candidate.id} />
      {!onDone && <input name="then" type="hidden" value="list" />}
      <div role="alert">
        {hasFailed && (
          <Notice className="mb-4" tone="danger">
            {deactivate[state.status]}
          </Notice>
        )}
      </div>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {onCancel ? (
          <Button onClick={onCancel} size="touch">
            {deactivate.cancel}
          </Button>
        ) : (
          <Button asChild size="touch">
            <AppLink href={paths.activations}>{deactivate.cancel}</AppLink>
          </Button>
        )}
        <Button aria-disabled={isPending} size="touch" type="submit" variant="danger">
          {isPending ? deactivate.submitting : deactivate.action}
        </Button>
      </div>
    </form>
  )
}
