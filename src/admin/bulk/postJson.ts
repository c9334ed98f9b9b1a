/** What a call answered: its body, or why there is none. */
export type Answer<T> = { body: T; isDone: true } | { isDone: false; message: null | string }

/**
 * Posts JSON to the API as the administrator.
 *
 * @returns `message` is the server's; null where it could not be reached
 */
export async function postJson<T>(
  url: string,
  body: object,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      body: JSON.stringify(body),
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
      signal,
    })
    const answer = (await response.json()) as T & { errors?: { message: string }[] }
    if (response.ok) return { body: answer, isDone: true }
    return { isDone: false, message: answer.errors?.[0]?.message ?? null }
  } catch {
    return { isDone: false, message: null }
  }
}
