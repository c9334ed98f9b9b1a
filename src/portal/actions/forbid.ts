import 'server-only'

import { forbidden, notFound } from 'next/navigation'

/**
 * Answers with 403, and with 404 in an app whose Next was not told to have that (`authInterrupts`, which `withLicenseManager` sets): there it
 * would be an error of the server's.
 *
 * @throws Next's interrupt
 */
export function forbid(): never {
  // Next's own switch, which it puts into what it builds.
  if (process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS) forbidden()
  notFound()
}
