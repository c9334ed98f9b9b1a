import type { Payload } from 'payload'

import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import { readSettings } from '../../collections/Settings/getSettings'
import type { AuthRow } from '../accounts/repository/customers'
import { mailMessages } from './messages/languages'
import { type RenderedMail, renderMail } from './renderMail'
import { contentOf } from './templates'
import type { MailData, MailTemplate } from './types'

const when = '2026-01-15T10:30:00.000Z'

/** What examples of the templates are told. */
const samples: { [Template in MailTemplate]: MailData[Template] } = {
  accountDeleted: { name: 'Sam Sample' },
  alreadyRegistered: {},
  claimRefused: { license: '', when },
  confirmEmail: {},
  confirmNewEmail: {},
  emailChanged: { newEmail: 'new@example.com' },
  emailChangeRequested: { newEmail: 'new@example.com' },
  expiryWarning: { days: 30, expiresAt: when, license: '' },
  invitation: {},
  licenseClaimed: { license: '', when },
  licenseDelivery: { license: '' },
  newSignIn: { ip: '192.0.2.1', sessionId: '', userAgent: 'Mozilla/5.0 Firefox/140.0', when },
  passwordChanged: { how: 'changed', ip: '192.0.2.1', when },
  resetPassword: {},
  securityChanged: { what: 'passkeyAdded', when },
  slotLink: { license: '' },
  socialProof: {
    browser: '',
    label: 'Envato',
    profile: { name: 'Sam Sample', provider: 'envato', subject: 'sample' },
  },
}

/** A template with example values. Its links open nothing. */
export async function renderSample(
  payload: Payload,
  { language, template, to }: { language: CustomerLanguage; template: MailTemplate; to: string },
): Promise<RenderedMail> {
  const settings = await readSettings(payload)
  const customer = { email: to, id: '', language, name: 'Sam Sample' } as AuthRow
  const messages = mailMessages[language]
  const context = {
    customer,
    isRetry: false,
    isSample: true,
    language,
    messages,
    payload,
    settings,
    to,
  }
  const content = await contentOf(template, context, samples[template])
  return renderMail({ content, language, payload, settings, template })
}
