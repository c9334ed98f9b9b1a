import type { Payload } from 'payload'

/**
 * Runs a hook of the host after something was committed. What it throws is logged: what happened has happened, and the caller is told so.
 *
 * @param name of the hook
 */
export async function runAfter<Args>(
  payload: Payload,
  name: string,
  hook: ((args: Args) => Promise<void> | void) | undefined,
  args: Args,
): Promise<void> {
  try {
    await hook?.(args)
  } catch (err) {
    payload.logger.error({ err, msg: `The hook ${name} failed` })
  }
}
