'use client'

import { useEffect, useRef } from 'react'

import { useMessages } from '../i18n/MessagesProvider'
import { loadRecaptcha } from './loadRecaptcha'
import type { RecaptchaProps } from './recaptchaProps'

/** Google's checkbox. It puts a field with its token into the form by itself. */
export function RecaptchaCheckbox({ challenge, error, nonce }: RecaptchaProps) {
  const { captcha } = useMessages()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    // The widget fills this element itself; React must find it empty when it takes it away.
    const place = document.createElement('div')
    element.append(place)
    void loadRecaptcha(challenge.scriptUrl, nonce).then((api) => {
      if (place.isConnected) api?.render?.(place, { sitekey: challenge.siteKey })
    })
    return () => element.replaceChildren()
    // By the challenge, not what is in it: one that came anew asks for a new token, for each is good for one try.
  }, [challenge, nonce])
  return (
    <div className="grid gap-1.5">
      <div className="g-recaptcha" ref={box} />
      <noscript>{captcha.needsScript}</noscript>
      {error && <p className="text-danger text-xs">{error}</p>}
    </div>
  )
}
