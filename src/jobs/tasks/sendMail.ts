import type { TaskConfig } from 'payload'

import { deliverMail, mailAttempts } from '../../emails/deliverMail'

type Task = TaskConfig<{ input: { mail: string }; output: object }>

const firstPauseMs = 2000

/** Sends one mail. Pauses between tries double, so a mail server may be away for an hour. */
export const sendMail: Task = {
  slug: 'sendMail',
  handler: async ({ input, req }) => {
    await deliverMail(req.payload, input.mail)
    return { output: {} }
  },
  inputSchema: [{ name: 'mail', type: 'text', required: true }],
  retries: {
    attempts: mailAttempts - 1,
    backoff: { delay: firstPauseMs, type: 'exponential' },
  },
}
