'use client'

import { useEffect, useRef } from 'react'

import { useMessages } from '../i18n/MessagesProvider'
import { loadRecaptcha } from './loadRecaptcha'
import type { RecaptchaProps } from './recaptchaProps'
import { fillBeforeSubmit } from './fillBeforeSubmit'

const patienceMs = 8000

/** Google's score: nothing to do for the visitor. The token is asked for when the form is sent, for it lasts two minutes. */
export function RecaptchaScore({ challenge, error, nonce }: RecaptchaProps) {
  const { captcha } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const { action, scriptUrl, siteKey } = challenge
  useEffect(() => {
    if (!input.current) return
    void loadRecaptcha(scriptUrl, nonce)
    return fillBeforeSubmit(input.current, () => askForToken({ action, nonce, scriptUrl, siteKey }))
  }, [action, nonce, scriptUrl, siteKey])
  return (
    <>
      <input name="g-recaptcha-response" ref={input} type="hidden" />
      <noscript>{captcha.needsScript}</noscript>
      {error && <p className="text-danger text-xs">{error}</p>}
    </>
  )
}

type TokenRequest = {
  action: string
  nonce: string | undefined
  scriptUrl: string
  siteKey: string
}

/** The form is sent in any case: without a token the server finds out whether Google answers. */
async function askForToken({ action, nonce, scriptUrl, siteKey }: TokenRequest): Promise<string> {
  const ask = async () => {
    const api = await loadRecaptcha(scriptUrl, nonce)
    return (await api?.execute?.(siteKey, { action })) ?? ''
  }
  const giveUp = new Promise<string>((resolve) => setTimeout(resolve, patienceMs, ''))
  return Promise.race([ask().catch(() => ''), giveUp])
}
