'use server'

import { refresh } from 'next/cache'

import type { ProofError } from '../../accounts/account/proveIdentity'
import { finishPasskey, startPasskey } from '../../accounts/passkeys/addPasskey'
import { removePasskey } from '../../accounts/passkeys/removePasskey'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { requireCustomer } from '../session/customer'
import { settingsPath } from '../settings/tabs'

export type PasskeyError = 'failed' | 'gone' | 'lastWay' | 'tooManyPasskeys' | ProofError

type Begin = Awaited<ReturnType<typeof startPasskey>> | { error: PasskeyError }

/** What the browser asks the device for, to make a passkey. */
export async function beginPasskey(password: unknown): Promise<Begin> {
  await refuseForeignOrigin()
  const { customer, req } = await requireCustomer(settingsPath('security'))
  return startPasskey(req, customer, password).catch((err: unknown) => {
    req.payload.logger.error({ err, msg: 'A passkey could not be begun' })
    return { error: 'failed' } as const
  })
}

/** Keeps the passkey that the device made. */
export async function endPasskey(name: unknown, response: unknown): Promise<'added' | 'failed'> {
  await refuseForeignOrigin()
  const { customer, req } = await requireCustomer(settingsPath('security'))
  const result = await finishPasskey(req, customer, { name, response }).catch((err: unknown) => {
    req.payload.logger.error({ err, msg: 'A passkey could not be added' })
    return 'failed' as const
  })
  if (result === 'added') refresh()
  return result
}

export type RemovalState = 'idle' | 'removed' | PasskeyError

/** Removes one of the customer's passkeys. */
export async function deletePasskey(_previous: RemovalState, sent: unknown): Promise<RemovalState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(settingsPath('security'))
  try {
    const result = await removePasskey(req, customer, {
      id: textOf(form.get('id')),
      password: textOf(form.get('password')),
    })
    if (typeof result === 'object') return result.error
    refresh()
    return result
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A passkey could not be removed' })
    return 'failed'
  }
}
