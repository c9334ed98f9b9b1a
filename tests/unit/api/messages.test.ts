import { expect, it } from 'vitest'

import { fieldText, messagesFor } from '../../../src/api/messages'
import { en } from '../../../src/api/messages/en'

it.each([undefined, null, '', 'en', 'EN-us', ' en_GB ', 'xx', '__proto__', 'constructor'])(
  'speaks English for %s',
  (language) => {
    expect(messagesFor(language)).toBe(en)
  },
)

it('has the texts that clients in the field compare', () => {
  expect(en).toMatchObject({
    activated: 'Activated.',
    connected: 'Connection successful',
    deactivated: 'Deactivated.',
    refusals: {
      domain_not_allowed: 'Domain not authorized.',
      limit_reached: 'Maximum activations reached.',
      not_activated: 'License is invalid or not assigned to you.',
      not_found: 'Your license code is invalid.',
    },
    verified: 'Verified.',
  })
})

it('puts the name of a field into a text', () => {
  expect(fieldText(en.fields.required, 'license_code')).toBe('The license_code field is required.')
})
