import type { TaskConfig } from 'payload'

import { importAttempts, runImport } from '../../envato/runImport'

type Task = TaskConfig<{ input: { customer: string; run: string }; output: object }>

const firstPauseMs = 10_000

/** Reads a customer's purchases at Envato. Pauses between tries double, so Envato may be away for some hours. */
export const importPurchases: Task = {
  slug: 'importPurchases',
  handler: async ({ input, req }) => {
    await runImport(req, input)
    return { output: {} }
  },
  inputSchema: [
    { name: 'customer', type: 'text', required: true },
    { name: 'run', type: 'text', required: true },
  ],
  retries: {
    attempts: importAttempts - 1,
    backoff: { delay: firstPauseMs, type: 'exponential' },
  },
}
