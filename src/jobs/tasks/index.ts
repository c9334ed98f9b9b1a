import type { TaskConfig } from 'payload'

const pending = () => {
  throw new Error('Not there yet.')
}

/** What the job queue can do. */
export const tasks: TaskConfig[] = [
  {
    slug: 'sendMail',
    handler: pending,
    inputSchema: [{ name: 'mail', type: 'text', required: true }],
  },
  {
    slug: 'register',
    handler: pending,
    inputSchema: [
      { name: 'name', type: 'text', required: true },
      { name: 'email', type: 'text', required: true },
      { name: 'hash', type: 'text', required: true },
      { name: 'salt', type: 'text', required: true },
    ],
  },
  {
    slug: 'requestReset',
    handler: pending,
    inputSchema: [{ name: 'email', type: 'text', required: true }],
  },
  {
    slug: 'resendConfirmation',
    handler: pending,
    inputSchema: [{ name: 'email', type: 'text', required: true }],
  },
  { slug: 'cleanUp', handler: pending },
] as unknown as TaskConfig[]
