import type { TextField } from 'payload'

/** The licence code that the customer enters. Made by a hook when left empty, so not required of whoever writes. */
export const codeField: TextField = {
  name: 'code',
  label: 'License code',
  type: 'text',
  admin: { description: 'Left empty, one is made in the format of the settings.' },
  index: true,
  maxLength: 255,
}

/**
 * The code in lower case: what is unique and what look-ups use, whatever the settings say of upper and lower case.
 * Where they tell the two apart, the code itself is compared after the look-up. So the setting can be changed at
 * any time without two licences becoming one.
 */
export const codeKeyField: TextField = {
  name: 'codeKey',
  type: 'text',
  access: { create: () => false, read: () => false, update: () => false },
  admin: { disabled: true },
  hidden: true,
  index: true,
  unique: true,
  // Set by a hook; what is wrong with the code is reported on the code itself.
  validate: () => true,
}
