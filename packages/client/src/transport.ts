import { type Json, textOf } from './answers.js'
import { ApiError, UnreachableError } from './errors.js'
import { hereOf, tell } from './installation.js'
import type { Options } from './types.js'

const usualTimeoutMs = 10_000

/** Sends calls to the server. */
export type Transport = {
  /** The answer's JSON, a verdict or not. */
  call: (path: string, body: Json) => Promise<Json>
  /** An answer with a file, once its headers are there; of any other its JSON. */
  open: (path: string, body: Json) => Promise<{ file: Response } | { json: Json }>
  /** What anybody may read, by its address. */
  read: (url: string) => Promise<Json>
}

/**
 * Makes one.
 *
 * @throws its calls: UnreachableError for what passes, ApiError for what does not, TypeError for what cannot be sent at all
 */
export function createTransport(options: Options): Transport {
  const { timeoutMs = usualTimeoutMs } = options
  const base = options.baseUrl.replace(/\/+$/, '')
  const said = tell(hereOf(options))

  /** The time is for all that `take` reads of the answer. */
  const send = async <T>(
    url: string,
    init: RequestInit,
    take: (response: Response) => Promise<T> | T,
  ): Promise<T> => {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), timeoutMs)
    try {
      const get = options.fetch ?? fetch
      const response = await get(url, { ...init, signal: abort.signal })
      if (!response.ok) throw await errorOf(response)
      return await take(response)
    } catch (error) {
      if (error instanceof ApiError || error instanceof UnreachableError) throw error
      // Which addresses a fetch of one's own takes is its matter.
      if (!isSendable(options.fetch ? 'http://localhost' : url, init)) {
        const message = 'The call cannot be sent: its address or API key is not valid.'
        throw new TypeError(message, { cause: error })
      }
      throw new UnreachableError('The license server cannot be reached.', null, { cause: error })
    } finally {
      clearTimeout(timer)
    }
  }

  const post = <T>(
    path: string,
    body: Json,
    take: (response: Response) => Promise<T> | T,
  ): Promise<T> => {
    const init = {
      body: JSON.stringify({ ...said.body, ...body }),
      headers: {
        'Content-Type': 'application/json',
        'X-API-KEY': options.apiKey,
        ...said.headers,
      },
      method: 'POST',
    }
    return send(`${base}${path}`, init, take)
  }

  return {
    call: (path, body) => post(path, body, readJson),
    open: (path, body) =>
      post(path, body, async (response) =>
        // Of the headers only: a large file may take longer.
        response.headers.has('content-disposition')
          ? { file: response }
          : { json: await readJson(response) },
      ),
    read: (url) => send(url, {}, readJson),
  }
}

/** Fetch fails with a TypeError for a network that is down as for a call that never leaves. */
function isSendable(url: string, init: RequestInit): boolean {
  try {
    return /^https?:/.test(new Request(url, init).url)
  } catch {
    return false
  }
}

async function readJson(response: Response): Promise<Json> {
  const nonsense = 'The license server answers nonsense.'
  try {
    const value: unknown = await response.json()
    if (typeof value === 'object' && value !== null) return value as Json
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UnreachableError(nonsense, null, { cause: error })
  }
  throw new UnreachableError(nonsense)
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
