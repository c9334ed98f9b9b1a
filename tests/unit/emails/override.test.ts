import { expect, it } from 'vitest'

import type { MailTemplateOverrides } from '../../../src/extensions/types'
import type { MailContext } from '../../../src/emails/context'
import { mailMessages } from '../../../src/emails/messages/languages'
import { contentOf } from '../../../src/emails/templates'

const contextWith = (mails: MailTemplateOverrides) =>
  ({
    customer: null,
    isRetry: false,
    language: 'en',
    messages: mailMessages.en,
    payload: {
      config: {
        custom: { licenseManager: { isPortalOn: true, mails } },
        serverURL: 'https://shop.example',
      },
    },
    settings: { productName: 'Example' },
    to: 'ada@example.com',
  }) as unknown as MailContext

it('says what the host says, with the links that were made for the mail', async () => {
  const usual = await contentOf('alreadyRegistered', contextWith({}), {})
  const own = await contentOf(
    'alreadyRegistered',
    contextWith({
      alreadyRegistered: ({ content, language }) => ({ ...content, subject: `Shop ${language}` }),
    }),
    {},
  )
  expect(own).toEqual({ ...usual, subject: 'Shop en' })
  expect(own.button?.url).toBe('https://shop.example/customer/login')
})

it('leaves the other mails as they are', async () => {
  const mails = { accountDeleted: () => ({}) as never }
  expect(await contentOf('alreadyRegistered', contextWith(mails), {})).toEqual(
    await contentOf('alreadyRegistered', contextWith({}), {}),
  )
})
