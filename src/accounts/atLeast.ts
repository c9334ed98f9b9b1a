import { setTimeout } from 'node:timers/promises'

/**
 * Answers no earlier than a moment after the start, so that the time that an answer takes says nothing of what was found. Longer
 * than the work it hides usually takes.
 */
export async function atLeast<T>(milliseconds: number, started: number, result: T): Promise<T> {
  const rest = milliseconds - (performance.now() - started)
  // Timers count whole milliseconds, and may end within the last one.
  if (rest > 0) await setTimeout(Math.ceil(rest) + 1)
  return result
}
