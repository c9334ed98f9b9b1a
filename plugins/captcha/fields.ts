import type { Field } from 'payload'

import { secretField } from '../../src/secrets/secretField'
import { providers } from './providers'

/** The settings of the CAPTCHA, to be put into a global. */
export const captchaFields: Field[] = [
  {
    name: 'captchaProvider',
    label: { de: 'CAPTCHA', en: 'CAPTCHA' },
    type: 'select',
    defaultValue: 'none',
    options: [
      { label: { de: 'Keines', en: 'None' }, value: 'none' },
      ...providers.map(({ label, name }) => ({ label, value: name })),
    ],
    required: true,
  },
  {
    name: 'captchaForms',
    label: { de: 'Formulare mit CAPTCHA', en: 'Forms with a CAPTCHA' },
    type: 'select',
    defaultValue: ['register', 'forgot'],
    hasMany: true,
    options: [
      { label: { de: 'Anmelden', en: 'Log in' }, value: 'login' },
      { label: { de: 'Registrieren', en: 'Register' }, value: 'register' },
      { label: { de: 'Passwort vergessen', en: 'Forgot password' }, value: 'forgot' },
    ],
  },
  {
    name: 'recaptchaSiteKey',
    label: { de: 'Websiteschlüssel für reCAPTCHA', en: 'reCAPTCHA site key' },
    type: 'text',
    maxLength: 200,
  },
  secretField({
    description: {
      de: 'Wird verschlüsselt aufbewahrt und nicht wieder angezeigt. Geben Sie einen neuen Schlüssel ein, um ihn zu ersetzen.',
      en: 'Kept encrypted and never shown again. Enter a new key to replace it.',
    },
    label: { de: 'Geheimer Schlüssel für reCAPTCHA', en: 'reCAPTCHA secret key' },
    name: 'recaptchaSecretKey',
  }),
  {
    name: 'recaptchaMinScore',
    label: {
      de: 'reCAPTCHA v3: niedrigste Bewertung, die genügt',
      en: 'reCAPTCHA v3: lowest score that passes',
    },
    type: 'number',
    admin: {
      description: { de: 'Von 0 (vermutlich ein Bot) bis 1.', en: 'From 0 (probably a bot) to 1.' },
      step: 0.1,
    },
    defaultValue: 0.5,
    max: 1,
    min: 0,
    required: true,
  },
]
