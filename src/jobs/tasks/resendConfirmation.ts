import type { TaskConfig } from 'payload'

import { sendConfirmation } from '../../accounts/registration/requestConfirmation'

type Task = TaskConfig<{ input: { email: string }; output: object }>

/** Mails the confirmation once more to an address that still needs one. */
export const resendConfirmation: Task = {
  slug: 'resendConfirmation',
  handler: async ({ input, req }) => {
    await sendConfirmation(req, input.email)
    return { output: {} }
  },
  inputSchema: [{ name: 'email', type: 'text', required: true }],
  retries: 5,
}
