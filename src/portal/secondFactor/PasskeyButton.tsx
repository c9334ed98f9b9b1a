'use client'

import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import { KeyRound } from '../components/icons'
import { useState, useSyncExternalStore } from 'react'

import { Button } from '../components/ui/Button'
import { useMessages } from '../i18n/MessagesProvider'
import { beginPasskeyLogin, endPasskeyLogin } from './passkeyActions'

type PasskeyButtonProps = { redirect: string }

const never = () => () => undefined

/**
 * Signs in with a passkey. Not there where the browser has none. Until that is known it is: what came up later would move the links
 * below it from under the pointer.
 */
export function PasskeyButton({ redirect }: PasskeyButtonProps) {
  const { passkeyLogin } = useMessages().security
  const [state, setState] = useState<'failed' | 'idle' | 'working'>('idle')
  const isSupported = useSyncExternalStore(never, browserSupportsWebAuthn, () => true)
  if (!isSupported) return null

  const signIn = async () => {
    setState('working')
    const isRemembered = document.querySelector<HTMLInputElement>('#remember')?.checked === true
    const target = await askForPasskey(isRemembered, redirect).catch(() => null)
    if (target) window.location.assign(target)
    else setState('failed')
  }

  return (
    <div className="mt-4 grid gap-3 noscript:hidden">
      <p aria-hidden className="text-faint text-center text-xs">
        {passkeyLogin.or}
      </p>
      <Button
        aria-disabled={state === 'working'}
        className="h-11"
        onClick={() => {
          if (state !== 'working') void signIn()
        }}
      >
        <KeyRound aria-hidden />
        {state === 'working' ? passkeyLogin.working : passkeyLogin.submit}
      </Button>
      <p className="text-danger text-center text-[0.8125rem] empty:hidden" role="alert">
        {state === 'failed' && passkeyLogin.failed}
      </p>
    </div>
  )
}

async function askForPasskey(isRemembered: boolean, redirect: string): Promise<null | string> {
  const optionsJSON = await beginPasskeyLogin()
  if (!optionsJSON) return null
  const response = await startAuthentication({ optionsJSON })
  return endPasskeyLogin({ isRemembered, redirect, response })
}
