import type { TaskConfig } from 'payload'

import { sendReset } from '../../accounts/reset/requestReset'

type Task = TaskConfig<{ input: { email: string }; output: object }>

/** Mails the link for a new password to an address that has an account. */
export const requestReset: Task = {
  slug: 'requestReset',
  handler: async ({ input, req }) => {
    await sendReset(req, input.email)
    return { output: {} }
  },
  inputSchema: [{ name: 'email', type: 'text', required: true }],
  retries: 5,
}
