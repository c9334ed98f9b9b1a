'use client'

import { Field } from '../components/ui/Field'
import { fill } from '../i18n/fill'
import { useMessages } from '../i18n/MessagesProvider'
import type { CaptchaChallenge } from './nextChallenge'
import { RecaptchaField } from './RecaptchaField'

/** What a form asks to tell people from bots. Nothing where the settings ask for nothing. */
export function CaptchaField({ challenge }: { challenge: CaptchaChallenge }) {
  const { captcha } = useMessages()
  if (!challenge) return null
  if (challenge.kind !== 'math') return <RecaptchaField {...challenge} key={challenge.kind} />
  const { left, operator, right, token } = challenge
  const values = { left: String(left), operator: captcha[operator], right: String(right) }
  return (
    <>
      <input name="captchaToken" type="hidden" value={token} />
      <Field
        autoComplete="off"
        hint={captcha.hint}
        id="captcha"
        inputMode="numeric"
        key={token}
        label={fill(captcha.question, values)}
        maxLength={5}
        name="captchaAnswer"
        required
      />
    </>
  )
}
