import type { Config } from 'payload'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { captcha } from '../../../plugins/captcha'
import { captchaFields } from '../../../plugins/captcha/fields'
import { optionsOf, sanitizeOptions } from '../../../plugins/captcha/options'

afterEach(() => vi.unstubAllEnvs())

describe('the addresses of reCAPTCHA', () => {
  it("are Google's", () => {
    vi.stubEnv('RECAPTCHA_SCRIPT_URL', '')
    vi.stubEnv('RECAPTCHA_VERIFY_URL', '')
    expect(sanitizeOptions({ global: 'settings' })).toMatchObject({
      recaptchaScriptUrl: 'https://www.google.com/recaptcha/api.js',
      recaptchaVerifyUrl: 'https://www.google.com/recaptcha/api/siteverify',
    })
  })

  it('come from the environment, and before that from the options', () => {
    vi.stubEnv('RECAPTCHA_SCRIPT_URL', 'https://a.example/api.js')
    vi.stubEnv('RECAPTCHA_VERIFY_URL', 'https://a.example/verify')
    const recaptchaVerifyUrl = 'https://b.example/verify'
    expect(sanitizeOptions({ global: 'settings', recaptchaVerifyUrl })).toMatchObject({
      recaptchaScriptUrl: 'https://a.example/api.js',
      recaptchaVerifyUrl,
    })
  })

  it('must be addresses', () => {
    expect(() => sanitizeOptions({ global: 'settings', recaptchaVerifyUrl: '/x' })).toThrow(
      /address/,
    )
  })
})

describe('the plugin', () => {
  const names = (fields: object[]) => fields.map((field) => ('name' in field ? field.name : null))
  const added = names(captchaFields)
  const build = (fields: object[], tab?: string) =>
    captcha({ global: 'settings', tab })({
      custom: { host: true },
      globals: [
        { fields, slug: 'settings' },
        { fields: [], slug: 'other' },
      ],
    } as unknown as Config) as Config

  it('keeps its options where they are found, beside what the host put there', () => {
    const config = build([])
    expect(optionsOf(config).global).toBe('settings')
    expect(config.custom).toMatchObject({ host: true })
  })

  it('says so when it was not added', () => {
    expect(() => optionsOf({} as Config)).toThrow(/plugin/)
  })

  it('puts its settings into the tab, or at the end, and into no other global', () => {
    const tabs = {
      tabs: [
        { fields: [], label: 'A' },
        { fields: [], label: 'B' },
      ],
      type: 'tabs',
    }
    const inTab = build([tabs], 'B').globals?.[0]?.fields[0] as unknown as typeof tabs
    expect(inTab.tabs.map(({ fields }) => names(fields))).toEqual([[], added])
    expect(names(build([tabs], 'C').globals?.[0]?.fields ?? [])).toEqual([null, ...added])
    expect(build([]).globals?.[1]?.fields).toEqual([])
  })

  it('offers the kinds that the database knows', () => {
    const field = captchaFields.find(
      (candidate) => 'name' in candidate && candidate.name === 'captchaProvider',
    )
    const options = (field as { options: { value: string }[] }).options.map(({ value }) => value)
    expect(options).toEqual(['none', 'math', 'recaptchaV2', 'recaptchaV3'])
  })
})
