'use client'

import { useActionState } from 'react'

import { AppLink } from '../../components/AppLink'
import { Button } from '../../components/ui/Button'
import { Notice } from '../../components/ui/Notice'
import { useMessages } from '../../i18n/MessagesProvider'
import { paths } from '../../shell/paths'
import { type ProofState, submitProof } from './submitProof'

/** The button that finishes a sign-in, and what came of it where that is not the portal itself. */
export function ProofForm({ token }: { token: string }) {
  const { confirm } = useMessages().social
  const [state, action, isPending] = useActionState<ProofState, FormData>(submitProof, 'idle')
  if (state !== 'idle' && !isPending) return <ProofProblem problem={state} />
  return (
    <form action={action} className="grid">
      <input name="token" type="hidden" value={token} />
      <Button aria-disabled={isPending} className="h-11" type="submit" variant="primary">
        {isPending ? confirm.working : confirm.submit}
      </Button>
    </form>
  )
}

/** Why the link does not work, and the way back. */
export function ProofProblem({ problem }: { problem: Exclude<ProofState, 'idle'> }) {
  const { confirm } = useMessages().social
  return (
    <div className="grid gap-5" role="alert">
      <Notice tone="danger">{confirm[problem]}</Notice>
      <Button asChild className="h-11" variant="primary">
        <AppLink href={paths.login}>{confirm.back}</AppLink>
      </Button>
    </div>
  )
}
