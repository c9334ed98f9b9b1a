import type { KeyKind } from '../auth/keys'
import { routes } from '../routes/all'
import type { Method, Route, RouteDocs } from '../routes/route'
import type { ApiContext } from '../types'
import type { Answer, Dispatch } from './forward'

/** A call of LicenseBox by the name that it has there. */
export type LegacyRoute = {
  access: KeyKind
  /** Whether it only asks for something. */
  asks: boolean
  /** What the reference says of it; null for another spelling of a call that it has already. */
  docs: null | RouteDocs
  handle: (context: ApiContext, dispatch: Dispatch) => Promise<Response>
  /** As old software calls. What only asks answers to `get` as well, and everything to `post`. */
  method: 'get' | 'post'
  /** Below the API's base path. */
  path: string
}

/** An answer of today in the old form. */
export type ToOld = (answer: Answer) => Answer

/**
 * The call of today that an old one stands for.
 *
 * @throws Error where there is none: the app does not start with an alias of nothing
 */
export function today(method: Method, path: string): Route {
  const route = routes.find((route) => route.method === method && route.path === path)
  if (!route) throw new Error(`There is no call ${method} ${path}.`)
  return route
}

/** A path with a value in the place of each parameter. */
export function fillPath(path: string, valueOf: (name: string) => string): string {
  return path.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => valueOf(name))
}

/** The part of a path before the old name: where the API is mounted. */
export function basePath(context: ApiContext, path: string): string {
  const { pathname } = new URL(context.req.url)
  const [name = path] = path.split('/:')
  return pathname.slice(0, pathname.indexOf(name))
}

/**
 * Answers in the old form. A missing field was an answer with `status: false` there, not an error of HTTP.
 *
 * @param translate for what is no error
 */
export function inOldForm(
  answer: Answer,
  translate: (answer: Answer) => Record<string, unknown>,
): Answer {
  const { body, status } = answer
  if (status < 400) return { body: translate(answer), status: 200 }
  const told = { status: false, message: body.message, data: null }
  return { body: told, status: status === 422 ? 200 : status }
}
