import { APIError, type PayloadRequest } from 'payload'

import type { Customer } from '../../payload-types'
import { extensionsOf } from '../extensions/extensionsOf'
import { slugOf } from '../slugs/slugOf'

/**
 * Runs the `afterChange` hooks of the host's collection of customers for an account that was just made, in its transaction: what they throw
 * undoes it. Nothing where the plugin brings its own collection.
 */
export async function tellCreated(req: PayloadRequest, id: string): Promise<void> {
  const { afterChange = [] } = hooksOf(req)
  if (afterChange.length === 0) return
  const doc = await findCustomer(req, id)
  for (const hook of afterChange) {
    await hook({
      ...contextOf(req),
      data: doc,
      doc,
      operation: 'create',
      overrideAccess: true,
      previousDoc: {},
    })
  }
}

/**
 * Asks the `beforeLogin` hooks of the host whether a customer who proved who they are may log in.
 *
 * @returns false where one of them threw an error of Payload's below 500, such as Forbidden
 * @throws what else they throw
 */
export async function mayLogIn(req: PayloadRequest, id: string): Promise<boolean> {
  const { beforeLogin = [] } = hooksOf(req)
  if (beforeLogin.length === 0) return true
  const user = await findCustomer(req, id)
  try {
    for (const hook of beforeLogin) await hook({ ...contextOf(req), user })
  } catch (error) {
    if (error instanceof APIError && error.status < 500) return false
    throw error
  }
  return true
}

/** Runs the `afterLogin` hooks of the host, in the login's transaction. They are given no token: it opens the session. */
export async function tellLoggedIn(req: PayloadRequest, id: string): Promise<void> {
  const { afterLogin = [] } = hooksOf(req)
  if (afterLogin.length === 0) return
  const user = await findCustomer(req, id)
  for (const hook of afterLogin) await hook({ ...contextOf(req), token: '', user })
}

function hooksOf(req: PayloadRequest) {
  return extensionsOf(req.payload.config).customerHooks
}

function contextOf(req: PayloadRequest) {
  const { config } = req.payload.collections[slugOf('customers')]
  return { collection: config, context: req.context, req }
}

function findCustomer(req: PayloadRequest, id: string): Promise<Customer> {
  return req.payload.findByID({
    collection: slugOf('customers'),
    depth: 0,
    id,
    // The account was made, or proved, by this request; nobody is signed in yet.
    overrideAccess: true,
    req,
  })
}
