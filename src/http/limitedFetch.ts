/** A service that answered something else than success. */
export class HttpStatusError extends Error {
  constructor(
    readonly status: number,
    /** What it asks to wait, in seconds; null where it does not say. */
    readonly retryAfterSeconds: null | number,
  ) {
    super(`The service answered ${status}.`)
    this.name = 'HttpStatusError'
  }
}

export type LimitedFetchOptions = { maxBytes?: number; signal: AbortSignal }

const longestAnswer = 512 * 1024

/**
 * `fetch` for services that are not trusted with this server's time and memory: the whole answer is read, in time and up to a size. A
 * redirect is an error: it would take secrets along.
 */
export async function limitedFetch(
  url: string | URL,
  init: RequestInit,
  { maxBytes = longestAnswer, signal }: LimitedFetchOptions,
): Promise<Response> {
  signal.throwIfAborted()
  const response = await fetch(url, { ...init, cache: 'no-store', redirect: 'error', signal })
  const body = await readLimited(response, maxBytes, signal)
  const { headers, status } = response
  return new Response(body.length > 0 ? new Uint8Array(body) : null, { headers, status })
}

/**
 * The JSON of an answer.
 *
 * @throws HttpStatusError for any other answer than success
 */
export async function fetchJson(
  url: string | URL,
  init: RequestInit,
  options: LimitedFetchOptions,
): Promise<unknown> {
  const response = await limitedFetch(url, init, options)
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
    throw new HttpStatusError(response.status, retryAfter >= 0 ? retryAfter : null)
  }
  if (!/^(?:application\/(?:[\w.+-]+\+)?json|text\/javascript)\b/i.test(typeOf(response))) {
    throw new Error(`The service answered ${typeOf(response) || 'without a type'}, not JSON.`)
  }
  return response.json()
}

/** Gives some work a number of milliseconds; what it fetches with the signal ends then. */
export async function withDeadline<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController()
  const timer = setTimeout(() => {
    deadline.abort(new Error(`A service took longer than ${milliseconds} ms.`))
  }, milliseconds)
  try {
    return await work(deadline.signal)
  } finally {
    clearTimeout(timer)
  }
}

function typeOf({ headers }: Response): string {
  return headers.get('content-type') ?? ''
}

/**
 * The body, in time. Node 20's `fetch` keeps its request by a weak reference only: once the headers are there, a garbage collection makes
 * it deaf to its signal, so the body is ended here.
 */
async function readLimited(
  { body }: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const reader = body?.getReader()
  // A body that ended with the signal already cannot be cancelled; the loop below reports why it ended.
  const cancel = () => void reader?.cancel().catch(() => undefined)
  signal.addEventListener('abort', cancel)
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const chunk = await reader?.read()
      signal.throwIfAborted()
      if (!chunk || chunk.done) return Buffer.concat(chunks)
      length += chunk.value.length
      if (length > maxBytes) {
        cancel()
        throw new Error('The service answered too much.')
      }
      chunks.push(chunk.value)
    }
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
