import type { TaskConfig } from 'payload'

import { cleanUp } from './cleanUp'
import { importPurchases } from './importPurchases'
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
  importPurchases,
  cleanUp,
] as unknown as TaskConfig[]
