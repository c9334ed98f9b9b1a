import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'
import { type PasswordError, passwordError } from './policy'

/** Whether a password may be used for an account, by the present settings; null when it may. */
export async function checkNewPassword(
  req: PayloadRequest,
  password: unknown,
  account: { email: string; name: string },
): Promise<null | PasswordError> {
  const { passwordMinLength, productName } = await getSettings(req)
  return passwordError(password, {
    knownWords: [account.email, account.name, productName],
    minLength: passwordMinLength,
  })
}
