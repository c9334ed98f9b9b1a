import type { TaskConfig } from 'payload'

import { register } from './register'
import { requestReset } from './requestReset'
import { resendConfirmation } from './resendConfirmation'

const pending = () => {
  throw new Error('Not there yet.')
}

/** What the job queue can do. */
export const tasks = [
  {
    slug: 'sendMail',
    handler: pending,
    inputSchema: [{ name: 'mail', type: 'text', required: true }],
  },
  register,
  requestReset,
  resendConfirmation,
  { slug: 'cleanUp', handler: pending },
] as unknown as TaskConfig[]
