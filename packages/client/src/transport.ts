import { ApiError, UnreachableError } from './errors.js'
import type { Options, Refusal } from './types.js'

const usualTimeoutMs = 10_000

export type Json = Record<string, unknown>

/** Sends calls to the server. */
export type Transport = {
  /** The answer's JSON, a verdict or not. */
  call: (path: string, body: Json) => Promise<Json>
  /** The answer itself, once its headers are there. */
  open: (path: string, body: Json, headers?: Record<string, string>) => Promise<Response>
  /** What anybody may read, by its address. */
  read: (url: string) => Promise<Json>
}

/**
 * Makes one.
 *
 * @throws its calls: UnreachableError for what passes, ApiError for what does not
 */
export function createTransport(options: Options): Transport {
  const { timeoutMs = usualTimeoutMs } = options
  const base = options.baseUrl.replace(/\/+$/, '')

  const send = async (url: string, init: RequestInit): Promise<Response> => {
    const abort = new AbortController()
    // Of the headers only: a large file may take longer.
    const timer = setTimeout(() => abort.abort(), timeoutMs)
    try {
      const get = options.fetch ?? fetch
      return await get(url, { ...init, signal: abort.signal })
    } catch (error) {
      throw new UnreachableError('The license server cannot be reached.', null, { cause: error })
    } finally {
      clearTimeout(timer)
    }
  }

  const open: Transport['open'] = async (path, body, headers = {}) => {
    const response = await send(`${base}${path}`, {
      body: JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        'X-API-KEY': options.apiKey,
        ...(options.fingerprint ? { 'X-API-FINGERPRINT': options.fingerprint } : {}),
        ...(options.url ? { 'X-API-URL': options.url } : {}),
        ...headers,
      },
      method: 'POST',
    })
    if (!response.ok) throw await errorOf(response)
    return response
  }

  return {
    call: async (path, body) => readJson(await open(path, body)),
    open,
    read: async (url) => {
      const response = await send(url, {})
      if (!response.ok) throw await errorOf(response)
      return readJson(response)
    },
  }
}

/** The refusal in an answer, or null where it is none. */
export function refusalOf(answer: Json): null | Refusal {
  if (answer.is_active !== false) return null
  return {
    code: textOf(answer.code) ?? 'not_activated',
    ...(typeof answer.manage_url === 'string' ? { manageUrl: answer.manage_url } : {}),
    message: textOf(answer.message) ?? '',
    ok: false,
  }
}

export function textOf(value: unknown): null | string {
  return typeof value === 'string' ? value : null
}

async function readJson(response: Response): Promise<Json> {
  try {
    const value: unknown = await response.json()
    if (typeof value === 'object' && value !== null) return value as Json
  } catch (error) {
    throw new UnreachableError('The license server answers nonsense.', null, { cause: error })
  }
  throw new UnreachableError('The license server answers nonsense.')
}

async function errorOf(response: Response): Promise<ApiError | UnreachableError> {
  const { headers, status } = response
  const body = (await response.json().catch(() => ({}))) as Json
  const message = textOf(body.message) ?? `The license server answers with ${status}.`
  if (status >= 500 || status === 429) {
    const seconds = Number(headers.get('retry-after'))
    return new UnreachableError(message, seconds > 0 ? seconds : null)
  }
  return new ApiError(message, status, (body.errors ?? {}) as Record<string, string[]>)
}
