'use client'

import { useEffect, useRef } from 'react'

import { useMessages } from '../i18n/MessagesProvider'
import { loadRecaptcha } from './loadRecaptcha'

type RecaptchaFieldProps = {
  action: string
  kind: 'recaptchaV2' | 'recaptchaV3'
  scriptUrl: string
  siteKey: string
}

/** Google reCAPTCHA: the checkbox, or the score that is asked for when the form is sent. */
export function RecaptchaField(props: RecaptchaFieldProps) {
  return props.kind === 'recaptchaV2' ? <Checkbox {...props} /> : <Score {...props} />
}

function Checkbox({ scriptUrl, siteKey }: RecaptchaFieldProps) {
  const { captcha } = useMessages()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    // The widget fills this element itself; React must find it empty when it takes it away.
    const place = document.createElement('div')
    element.append(place)
    void loadRecaptcha(scriptUrl, 'explicit').then((api) =>
      api?.render(place, { sitekey: siteKey }),
    )
    return () => element.replaceChildren()
  }, [scriptUrl, siteKey])
  return (
    <>
      <div ref={box} />
      <noscript>{captcha.needsScript}</noscript>
    </>
  )
}

function Score({ action, scriptUrl, siteKey }: RecaptchaFieldProps) {
  const { captcha } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = input.current?.form
    if (!form) return
    const askFirst = (event: SubmitEvent) => {
      const field = input.current
      if (!field || field.value) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { submitter } = event
      void askForToken(scriptUrl, siteKey, action).then((token) => {
        field.value = token
        form.requestSubmit(submitter)
        // A token is good for one try.
        setTimeout(() => (field.value = ''))
      })
    }
    form.addEventListener('submit', askFirst, { capture: true })
    return () => form.removeEventListener('submit', askFirst, { capture: true })
  }, [action, scriptUrl, siteKey])
  return (
    <>
      <input name="g-recaptcha-response" ref={input} type="hidden" />
      <noscript>{captcha.needsScript}</noscript>
    </>
  )
}

/** The form is sent in any case: without a token the server says what is wrong. */
async function askForToken(scriptUrl: string, siteKey: string, action: string): Promise<string> {
  const api = await loadRecaptcha(scriptUrl, siteKey)
  return (await api?.execute(siteKey, { action }).catch(() => null)) ?? 'none'
}
