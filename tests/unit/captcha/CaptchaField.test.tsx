import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'

import { CaptchaField } from '../../../src/portal/captcha/CaptchaField'
import { readCaptcha } from '../../../src/portal/captcha/readCaptcha'
import { MessagesProvider } from '../../../src/portal/i18n/MessagesProvider'

const shown = (field: ReactElement) =>
  renderToStaticMarkup(<MessagesProvider language="en">{field}</MessagesProvider>)

const sum = (operator: '+' | '×' | '−') => ({
  kind: 'math' as const,
  question: { left: 9, operator, right: 4 },
  token: 'a.token',
})

describe('the field', () => {
  it('is not there without a challenge', () => {
    expect(shown(<CaptchaField challenge={null} />)).toBe('')
  })

  it.each([
    ['+', 'What is 9 plus 4?'],
    ['−', 'What is 9 minus 4?'],
    ['×', 'What is 9 times 4?'],
  ] as const)('asks a sum in words, as its label (%s)', (operator, question) => {
    const html = shown(<CaptchaField challenge={sum(operator)} />)
    expect(html).toMatch(
      new RegExp(`<label[^>]*for="captcha"[^>]*>${question.replace('?', '\\?')}</label>`),
    )
    expect(html).toMatch(
      /<input[^>]*type="hidden"[^>]*name="captchaToken"|<input[^>]*name="captchaToken"[^>]*type="hidden"/,
    )
    for (const attribute of [
      'id="captcha"',
      'name="captchaAnswer"',
      'inputMode="numeric"',
      'autoComplete="off"',
    ]) {
      expect(html).toContain(attribute)
    }
  })

  it('ties its error to the box', () => {
    const html = shown(<CaptchaField challenge={sum('+')} error="Not quite." />)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toMatch(/aria-describedby="[^"]*captcha-error/)
    expect(html).toMatch(/id="captcha-error">Not quite\./)
  })

  it.each(['recaptchaV2', 'recaptchaV3'] as const)(
    'says without a script what it needs (%s)',
    (kind) => {
      const challenge = {
        action: 'login',
        kind,
        scriptUrl: 'https://x.example/api.js',
        siteKey: 'k',
      }
      const html = shown(<CaptchaField challenge={challenge} />)
      expect(html).toContain('<noscript>')
      expect(html.includes('name="g-recaptcha-response"')).toBe(kind === 'recaptchaV3')
    },
  )
})

it('readCaptcha takes what was sent, files and nothing included', () => {
  const form = new FormData()
  expect(readCaptcha(form)).toEqual({ answer: null, recaptcha: null, token: null })
  form.set('captchaAnswer', '7')
  form.set('captchaToken', 'token')
  form.set('g-recaptcha-response', new File([], 'x'))
  expect(readCaptcha(form)).toMatchObject({ answer: '7', token: 'token' })
  expect(readCaptcha(form).recaptcha).toBeInstanceOf(File)
})
