/**
 * Has the server do something to a customer's account.
 *
 * @param url the action's address in the API
 * @returns what the server says, also where it refused; no message where it could not be reached
 */
export async function postAction(
  url: string,
): Promise<{ isDone: boolean; message: string | undefined }> {
  try {
    const response = await fetch(url, {
      credentials: 'include',
      method: 'POST',
    })
    const answer = (await response.json()) as {
      errors?: { message: string }[]
      message?: string
    }
    const message = answer.message ?? answer.errors?.[0]?.message
    return { isDone: response.ok, message }
  } catch {
    return { isDone: false, message: undefined }
  }
}
