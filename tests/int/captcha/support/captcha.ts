import { createLocalReq, type PayloadRequest } from 'payload'

import type { Setting } from '../../../../payload-types'
import {
  type CaptchaChallenge,
  type CaptchaForm,
  type CaptchaResponse,
  type CaptchaResult,
  getCaptchaChallenge,
  verifyCaptcha,
} from '../../../../plugins/captcha'
import type { TestPayload } from '../../../support/payload'

export type Sum = Extract<CaptchaChallenge, { kind: 'math' }>

export type Captcha = {
  /** Sends what a form sends. */
  answer: (form: CaptchaForm, response: CaptchaResponse) => Promise<CaptchaResult>
  challenge: (
    form: CaptchaForm,
    options?: { provider?: 'math' },
  ) => Promise<CaptchaChallenge | null>
  request: () => Promise<PayloadRequest>
  settings: (data: Partial<Setting>) => Promise<void>
  /** A sum for a form, which must ask for one. */
  sum: (form: CaptchaForm, options?: { provider?: 'math' }) => Promise<Sum>
}

/** The CAPTCHA of a test's Payload, each call in a request of its own. */
export function captchaOf({ payload }: TestPayload): Captcha {
  const request = () => createLocalReq({}, payload)
  const challenge: Captcha['challenge'] = async (form, options) =>
    getCaptchaChallenge(await request(), form, options)
  return {
    answer: async (form, response) =>
      verifyCaptcha(await request(), { form, ip: '203.0.113.7', response }),
    challenge,
    request,
    settings: async (data) => {
      await payload.updateGlobal({ data, slug: 'settings' })
    },
    sum: async (form, options) => {
      const found = await challenge(form, options)
      if (found?.kind !== 'math') throw new Error(`${form} asks for ${String(found?.kind)}.`)
      return found
    },
  }
}

/** The answer to a sum. */
export function solve({ question: { left, operator, right } }: Sum): number {
  return { '+': left + right, '×': left * right, '−': left - right }[operator]
}
