'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import type { PayloadRequest } from 'payload'

import { begin, findReady, type Intent, providerLabel } from '../../../../plugins/social-login'
import { proveIdentity, type ProofError } from '../../../accounts/account/proveIdentity'
import { unlinkIdentity } from '../../../accounts/social/unlinkIdentity'
import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { textOf } from '../../actions/textOf'
import { cookieOptions } from '../../session/cookie'
import { requireCustomer } from '../../session/customer'
import { settingsPath } from '../../settings/tabs'

export type ConnectState = { error: 'failed' | ProofError } | { url: null | string }

/**
 * Begins to connect an account at a provider, once the customer has proved who they are: where to send the browser. The address leads to
 * another site, which a form's own redirect may not.
 */
export async function connect(_previous: ConnectState, sent: unknown): Promise<ConnectState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(settingsPath('connected'))
  const proof = await proveIdentity(req, customer, textOf(form.get('password')))
  if ('error' in proof) return proof
  return beginAt(req, form, { account: customer.id, kind: 'link' })
}

/** Begins to read the purchases of an account that is connected already: the provider asks again, usually without a word. */
export async function readAgain(_previous: ConnectState, sent: unknown): Promise<ConnectState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(settingsPath('connected'))
  return beginAt(req, form, { account: customer.id, kind: 'use' })
}

export type DisconnectState = 'disconnected' | 'failed' | 'gone' | 'idle' | 'lastWay' | ProofError

/** Disconnects one of the customer's accounts. */
export async function disconnect(
  _previous: DisconnectState,
  sent: unknown,
): Promise<DisconnectState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(settingsPath('connected'))
  try {
    const result = await unlinkIdentity(req, customer, {
      id: textOf(form.get('id')),
      labelOf: (provider) => providerLabel(req.payload.config, provider) ?? provider,
      password: textOf(form.get('password')),
    })
    if (typeof result === 'object') return result.error
    refresh()
    return result === 'unlinked' ? 'disconnected' : result
  } catch (err) {
    req.payload.logger.error({ err, msg: 'An account could not be disconnected' })
    return 'failed'
  }
}

async function beginAt(req: PayloadRequest, form: FormData, intent: Intent): Promise<ConnectState> {
  const { payload } = req
  try {
    const ready = await findReady(req, textOf(form.get('provider')))
    if (!ready) return { error: 'failed' }
    const redirect = settingsPath('connected')
    const { cookie, url } = await begin(req, { intent, ready, redirect })
    const jar = await cookies()
    jar.set(cookie.name, cookie.value, cookieOptions(payload, cookie.expires))
    return { url }
  } catch (err) {
    payload.logger.error({ err, msg: 'An account could not be connected' })
    return { error: 'failed' }
  }
}
