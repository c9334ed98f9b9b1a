import type { Field } from 'payload'

import { secretField } from '../../src/secrets/secretField'
import { providers } from './providers'

/** The settings of the CAPTCHA, to be put into a global. */
export const captchaFields: Field[] = [
  {
    name: 'captchaProvider',
    label: 'CAPTCHA',
    type: 'select',
    defaultValue: 'none',
    options: [
      { label: 'None', value: 'none' },
      ...providers.map(({ label, name }) => ({ label, value: name })),
    ],
    required: true,
  },
  {
    name: 'captchaForms',
    label: 'Forms with a CAPTCHA',
    type: 'select',
    defaultValue: ['register', 'forgot'],
    hasMany: true,
    options: [
      { label: 'Log in', value: 'login' },
      { label: 'Register', value: 'register' },
      { label: 'Forgot password', value: 'forgot' },
    ],
  },
  { name: 'recaptchaSiteKey', label: 'reCAPTCHA site key', type: 'text', maxLength: 200 },
  secretField({
    description: 'Kept encrypted and never shown again. Enter a new key to replace it.',
    label: 'reCAPTCHA secret key',
    name: 'recaptchaSecretKey',
  }),
  {
    name: 'recaptchaMinScore',
    label: 'reCAPTCHA v3: lowest score that passes',
    type: 'number',
    admin: { description: 'From 0 (probably a bot) to 1.', step: 0.1 },
    defaultValue: 0.5,
    max: 1,
    min: 0,
    required: true,
  },
]
