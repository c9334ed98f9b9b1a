/**
 * Hands a response on, and tells once how much of its body was sent: when it ends, fails, is cancelled, or there is none.
 *
 * @param open makes the response
 * @param onEnd is given the bytes that were taken from the body; must not throw
 * @throws what `open` throws
 */
export async function tellSent(
  open: () => Promise<null | Response>,
  onEnd: (sent: number) => Promise<void>,
): Promise<null | Response> {
  const response = await open().catch(async (error: unknown) => {
    await onEnd(0)
    throw error
  })
  if (!response?.body) {
    await onEnd(0)
    return response
  }
  const { headers, status } = response
  return new Response(countBytes(response.body, onEnd), { headers, status })
}

/** Reads only what is asked for: what waits in a buffer would count as sent. */
function countBytes(
  source: ReadableStream<Uint8Array>,
  onEnd: (sent: number) => Promise<void>,
): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  let isOver = false
  let sent = 0
  const end = async () => {
    if (isOver) return
    isOver = true
    await onEnd(sent)
  }
  return new ReadableStream<Uint8Array>(
    {
      cancel: async (reason) => {
        await end()
        await reader.cancel(reason)
      },
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read()
          // It was cancelled meanwhile.
          if (isOver) return
          if (done) {
            await end()
            controller.close()
          } else {
            sent += value.byteLength
            controller.enqueue(value)
          }
        } catch (error) {
          await end()
          controller.error(error)
        }
      },
    },
    { highWaterMark: 0 },
  )
}
