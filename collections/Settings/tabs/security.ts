import type { Field, Tab } from 'payload'

const wholeNumber = (
  name: string,
  label: string,
  { defaultValue, max, min }: { defaultValue: number; max: number; min: number },
  description?: string,
): Field => ({
  name,
  label,
  type: 'number',
  admin: { description, step: 1 },
  defaultValue,
  max,
  min,
  required: true,
})

/** How customers sign in and how long they stay. The fields of the CAPTCHA are added by its plugin. */
export const securityTab: Tab = {
  label: 'Security',
  fields: [
    wholeNumber(
      'passwordMinLength',
      'Shortest password of a customer',
      { defaultValue: 15, max: 64, min: 8 },
      'In characters. Long passwords are safer than ones with many kinds of characters.',
    ),
    {
      type: 'row',
      fields: [
        wholeNumber('sessionIdleHours', 'A session ends after idle hours', {
          defaultValue: 12,
          max: 720,
          min: 1,
        }),
        wholeNumber('sessionMaxHours', 'and at the latest after hours', {
          defaultValue: 24,
          max: 720,
          min: 1,
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        wholeNumber('rememberIdleDays', '"Remember me" ends after idle days', {
          defaultValue: 14,
          max: 90,
          min: 1,
        }),
        wholeNumber('rememberMaxDays', 'and at the latest after days', {
          defaultValue: 60,
          max: 365,
          min: 1,
        }),
      ],
    },
  ],
}
