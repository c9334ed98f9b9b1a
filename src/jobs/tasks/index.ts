import type { TaskConfig } from 'payload'

import { cleanUp } from './cleanUp'
import { register } from './register'
import { requestReset } from './requestReset'
import { resendConfirmation } from './resendConfirmation'
import { sendMail } from './sendMail'

/** What the job queue can do. */
export const tasks = [
  sendMail,
  register,
  requestReset,
  resendConfirmation,
  cleanUp,
] as unknown as TaskConfig[]
