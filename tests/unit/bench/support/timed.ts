import { type ScaleCall, scaleCalls } from '../../../../bench/support/scaleCalls'
import { shop } from './shop'

/** A page or call that the bench has to time, or to name with a reason why not. */
export type Wanted = { method: string; path: string }

/** What a list of exceptions says: the pages or calls, and the reason that they have in common. */
export type Exceptions = Record<string, readonly string[]>

const calls = scaleCalls(shop).map((next) => next())

/** The calls of the bench, once each. */
export const timedCalls: readonly ScaleCall[] = calls

/** Those of a list that the bench does not time, as `GET /a/:b`. */
export function untimed(wanted: readonly Wanted[]): string[] {
  const missing = wanted.filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(parameters, '[^/?]+')}(?:\\?|$)`)
    return !calls.some((call) => methodOf(call) === method.toUpperCase() && pattern.test(call.path))
  })
  return missing.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
}

/** As an address is written by Hono and Payload, by Next, and by OpenAPI. */
const parameters = /:\w+(?:\{[^}]*\})?|\[\w+\]|\{\w+\}/g

const methodOf = ({ method = 'GET' }: ScaleCall) => method

/** All that stands in lists of exceptions, in order. */
export function exceptedBy(exceptions: Exceptions): string[] {
  return Object.values(exceptions).flat().sort()
}
