import { appendFileSync } from 'node:fs'

import { mailMessages } from 'payload-license-manager/translations'
import type { LicenseManagerOptions } from 'payload-license-manager/types'

type Hooks = NonNullable<LicenseManagerOptions['hooks']>
type Mails = NonNullable<LicenseManagerOptions['mails']>
type Overrides = NonNullable<LicenseManagerOptions['collections']>

const note = (text: string) => appendFileSync(process.env.HOST_NOTES ?? 'notes', `${text}\n`)

export const hooks: Hooks = {
  afterActivate: ({ activation, license }) => {
    note(`activated ${activation.domain} ${license.code}`)
    if (activation.domain === 'one.example.com') throw new Error('Changes nothing')
  },
  afterDeactivate: ({ by }) => note(`deactivated by the ${by}`),
  beforeActivate: ({ installation }) =>
    installation.domain === 'refused.example.com' ? 'blocked' : undefined,
  beforeVerify: ({ installation }) =>
    installation.domain === 'unverified.example.com' ? 'blocked' : undefined,
  verifyResponse: () => ({ is_active: false, motd: 'Hello' }),
}

export const mails: Mails = {
  confirmEmail: ({ content, language }) => ({
    ...content,
    body: `Words of the shop in ${language}. ${mailMessages[language].resetPassword.subject}!`,
    subject: 'Welcome to the shop',
  }),
  licenseDelivery: ({ content, data }) => ({
    ...content,
    note: `The shop's number of it is ${data.license}.`,
  }),
}

/** Licences have the number of the order, in capitals. */
export const licenses: Overrides['licenses'] = ({ defaultCollection }) => ({
  ...defaultCollection,
  fields: [...defaultCollection.fields, { name: 'orderNumber', type: 'text' }],
  hooks: {
    ...defaultCollection.hooks,
    beforeChange: [
      ...(defaultCollection.hooks?.beforeChange ?? []),
      ({ data }) => ({ ...data, orderNumber: String(data.orderNumber ?? '').toUpperCase() }),
    ],
  },
})
