import type { z } from 'zod'

import type { MaybePromise } from '../../async/whenKnown'
import type { KeyKind } from '../auth/keys'
import type { ApiContext } from '../types'

/** Who may call: software with a key of this kind, or anybody. */
export type Access = 'public' | KeyKind

export type Method = 'delete' | 'get' | 'post' | 'put'

/** A call as it may be made, with the answer that it gets. Tests make it. */
export type Example = {
  /** Of the answer; not for files. */
  answer?: unknown
  body?: Record<string, unknown>
  headers?: Record<string, string>
  /** Values for the path's parameters. */
  path?: Record<string, string>
  query?: Record<string, string>
  status?: 200 | 201 | 401 | 403 | 404 | 410 | 422
  /** What it shows. */
  title: string
}

/** A file in the body of a call. */
export type FileField = { description: string; names: readonly string[] }

/** What the reference says of a call. */
export type RouteDocs = {
  /** The body of a successful answer; a word where it is no JSON. */
  answer: 'file' | 'headers' | z.ZodType
  body?: z.ZodType
  /** Whether an `Idempotency-Key` is kept. */
  creates?: boolean
  /** For old software only: not to be used by new, and with errors and refusals in the old form. */
  deprecated?: boolean
  description?: string
  /** At least one, but for what is there for old software only. */
  examples: Example[]
  /** What fields of body and query mean, where their names do not say it. */
  fields?: Record<string, string>
  files?: FileField[]
  query?: z.ZodType
  /** Whether a licence can be refused: 200 with `is_active: false`. */
  refuses?: boolean
  status?: 200 | 201
  summary: string
  tag: string
}

/** A call of the API, and what the reference says of it. */
export type DescribedCall = {
  access: Access
  docs: RouteDocs
  method: Method
  /** Below the API's base path, with `:name` for parameters and `{a|b}` for the values that one may have. */
  path: string
}

/** A call with what it does. */
export type Route = DescribedCall & {
  handler: (context: ApiContext) => MaybePromise<Response>
}

/** The field names under which files are received. */
export function fileFields({ docs }: Route): string[] {
  return (docs.files ?? []).flatMap(({ names }) => [...names])
}
