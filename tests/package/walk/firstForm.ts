import assert from 'node:assert/strict'

import { openBrowser } from '../browser'
import { customer, type Host } from './host'

/** Fills in the form that a customer logs in by, and sends it later: to a process, it may be, that has not answered anything yet. */
export async function fillLogin({ origin, portal }: Host): Promise<() => Promise<void>> {
  const { email, password } = customer
  const send = await openBrowser(origin).fill(`${portal}/login`, { email, password })
  return async () => {
    const { headers, status } = await send()
    assert.equal(status, 303, 'the first form that a process gets is answered')
    assert.equal(headers.get('location'), `${portal}/dashboard`)
  }
}
