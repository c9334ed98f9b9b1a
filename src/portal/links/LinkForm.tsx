'use client'

import { useActionState } from 'react'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Notice } from '../components/ui/Notice'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from '../shell/paths'
import type { LinkKind } from './kinds'
import { type LinkState, submitLink } from './submitLink'

// Not bound while it renders: what a form without JavaScript sent is answered with a render that waits for the bound arguments, and one that
// binds them anew each time waits forever.
const actions = {
  cancelEmailChange: submitLink.bind(null, 'cancelEmailChange'),
  changeEmail: submitLink.bind(null, 'changeEmail'),
  confirmEmail: submitLink.bind(null, 'confirmEmail'),
  endSession: submitLink.bind(null, 'endSession'),
} satisfies Record<LinkKind, unknown>

/** The button that does what a mailed link is for, and what came of it. */
export function LinkForm({ kind, token }: { kind: LinkKind; token: string }) {
  const { links } = useMessages()
  const [state, action, isPending] = useActionState<LinkState, FormData>(actions[kind], {
    outcome: 'idle',
  })
  const { outcome } = state
  if (outcome !== 'idle' && outcome !== 'failed')
    return <LinkOutcome kind={kind} outcome={outcome} />
  const texts = links[kind]
  return (
    <form action={action} className="grid gap-4">
      <input name="token" type="hidden" value={token} />
      <div className="not-empty:mb-1" role="alert">
        {outcome === 'failed' && !isPending && <Notice tone="danger">{links.failed}</Notice>}
      </div>
      <Button aria-disabled={isPending} className="h-11" type="submit" variant="primary">
        {isPending ? links.working : texts.submit}
      </Button>
      {kind === 'confirmEmail' && (
        <div className="border-t pt-4">
          <p className="text-muted mb-3 text-[0.8125rem] leading-5">
            {links.confirmEmail.declineHint}
          </p>
          <Button aria-disabled={isPending} name="decline" size="touch" type="submit" value="1">
            {links.confirmEmail.decline}
          </Button>
        </div>
      )}
    </form>
  )
}

type LinkOutcomeProps = {
  kind: LinkKind
  outcome: 'expired' | 'unknown' | 'used' | Exclude<LinkState['outcome'], 'failed' | 'idle'>
}

/** What became of a link, and where to go from there. */
export function LinkOutcome({ kind, outcome }: LinkOutcomeProps) {
  const { links } = useMessages()
  const texts: Partial<Record<string, string>> = links[kind]
  const isGood = ['cancelled', 'changed', 'confirmed', 'discarded', 'ended'].includes(outcome)
  const message = texts[outcome === 'gone' ? 'expired' : outcome] ?? links.failed
  const next = nextStep(kind, outcome)
  return (
    <div className="grid gap-5" role="status">
      <Notice tone={isGood ? 'success' : 'danger'}>{message}</Notice>
      <Button asChild className="h-11" variant="primary">
        <AppLink href={next.path}>
          {next.isResend ? links.confirmEmail.again : links[next.label]}
        </AppLink>
      </Button>
    </div>
  )
}

function nextStep(
  kind: LinkKind,
  outcome: LinkOutcomeProps['outcome'],
): { isResend?: boolean; label: 'logIn' | 'setPassword' | 'settings'; path: string } {
  if (kind === 'confirmEmail' && ['expired', 'gone', 'unknown'].includes(outcome)) {
    return { isResend: true, label: 'logIn', path: paths.resendConfirmation }
  }
  if (outcome === 'cancelled' || outcome === 'ended') {
    return { label: 'setPassword', path: paths.forgotPassword }
  }
  if (kind === 'confirmEmail' || outcome === 'changed') return { label: 'logIn', path: paths.login }
  return { label: 'settings', path: paths.settings }
}
