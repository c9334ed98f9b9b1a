import type { Payload } from 'payload'

import type { Customer } from '../../../../payload-types'
import { register, type RegistrationResult } from '../../../../src/accounts/registration/register'
import { createTestPayload } from '../../../support/payload'
import { type Accounts, accountsOf, freshIp, password } from './accounts'

/** A site at which strangers register. */
export type Registration = {
  accounts: Accounts
  close: () => Promise<void>
  customers: () => Promise<Customer[]>
  /** Forgets who registered, and has the usual settings. */
  forget: () => Promise<void>
  /** Template and address of every mail, the oldest first. */
  mails: () => Promise<string[]>
  payload: Payload
  /** Runs the jobs that wait. */
  runJobs: () => Promise<unknown>
  saveSettings: (data: Record<string, unknown>) => Promise<unknown>
  /** Sends the form, filled in well but for what is given. */
  submit: (form?: Record<string, unknown>, ip?: string) => Promise<RegistrationResult>
}

/** What strangers enter. */
export const fields = { email: 'new@example.com', name: 'Nora New', password }

/** Opens it, on a database of its own. */
export async function openRegistration(): Promise<Registration> {
  const { close, payload } = await createTestPayload()
  const accounts = accountsOf(payload)
  const saveSettings = (data: Record<string, unknown>) =>
    payload.updateGlobal({ slug: 'settings', data })
  return {
    accounts,
    close,
    customers: async () => (await payload.find({ collection: 'customers', depth: 0 })).docs,
    async forget() {
      await saveSettings({
        allowRegistration: true,
        passwordMinLength: 15,
        requireEmailVerification: true,
      })
      await payload.delete({ collection: 'customers', where: { id: { exists: true } } })
      await payload.delete({ collection: 'mails', where: { id: { exists: true } } })
    },
    mails: async () =>
      (await payload.find({ collection: 'mails', depth: 0, sort: 'createdAt' })).docs.map(
        ({ template, to }) => `${template} to ${to}`,
      ),
    payload,
    runJobs: () => payload.jobs.run({ limit: 100, queue: 'accounts' }),
    saveSettings,
    async submit(form = {}, ip = freshIp()) {
      const request = { captcha: {}, deviceToken: 'device', ...fields, ...form }
      return register(await accounts.request({ ip }), request)
    },
  }
}
