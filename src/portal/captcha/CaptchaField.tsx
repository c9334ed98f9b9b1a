'use client'

import { fill } from '../../text/fill'
import { Field } from '../components/ui/Field'
import { useMessages } from '../i18n/MessagesProvider'
import type { CaptchaChallenge } from './nextChallenge'
import { OneAtATime } from './OneAtATime'
import { RecaptchaCheckbox } from './RecaptchaCheckbox'
import { RecaptchaScore } from './RecaptchaScore'

type CaptchaFieldProps = {
  challenge: CaptchaChallenge
  /** What was wrong with the last answer, shown with the field. */
  error?: null | string
  /** For the script that a provider loads, where the page's policy asks for it. */
  nonce?: string
}

/** What a form asks to tell people from bots. Nothing where the settings ask for nothing. */
export function CaptchaField(props: CaptchaFieldProps) {
  if (!props.challenge) return null
  return (
    <>
      <OneAtATime />
      <Task {...props} challenge={props.challenge} />
    </>
  )
}

type TaskProps = CaptchaFieldProps & { challenge: NonNullable<CaptchaChallenge> }

function Task({ challenge, error, nonce }: TaskProps) {
  switch (challenge.kind) {
    case 'math':
      return <Sum challenge={challenge} error={error} key={challenge.token} />
    case 'recaptchaV2':
      return <RecaptchaCheckbox challenge={challenge} error={error} nonce={nonce} />
    case 'recaptchaV3':
      return <RecaptchaScore challenge={challenge} error={error} nonce={nonce} />
  }
}

type SumProps = {
  challenge: Extract<CaptchaChallenge, { kind: 'math' }>
  error: null | string | undefined
}

const operators = { '+': 'plus', '×': 'times', '−': 'minus' } as const

function Sum({ challenge: { question, token }, error }: SumProps) {
  const { captcha } = useMessages()
  const label = fill(captcha.question, {
    left: String(question.left),
    // In words: screen readers leave signs out.
    operator: captcha[operators[question.operator]],
    right: String(question.right),
  })
  return (
    <>
      <input name="captchaToken" type="hidden" value={token} />
      <Field
        autoComplete="off"
        error={error}
        hint={captcha.hint}
        id="captcha"
        inputMode="numeric"
        label={label}
        maxLength={5}
        name="captchaAnswer"
        required
      />
    </>
  )
}
