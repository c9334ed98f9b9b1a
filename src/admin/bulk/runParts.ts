import { postJson } from './postJson'

/** What came of an action on many documents. */
export type BulkCounts = { done: number; failed: number; skipped: number }

const partSize = 50

/**
 * Does something to many documents, some at a time.
 *
 * @param onProgress told how many are through
 * @returns `message` where it ended early, else null
 */
export async function runParts(
  url: string,
  ids: readonly string[],
  fields: object,
  { onProgress, signal }: { onProgress: (through: number) => void; signal: AbortSignal },
): Promise<{ counts: BulkCounts; isComplete: boolean; message: null | string }> {
  const counts: BulkCounts = { done: 0, failed: 0, skipped: 0 }
  for (let start = 0; start < ids.length; start += partSize) {
    if (signal.aborted) return { counts, isComplete: false, message: null }
    const part = ids.slice(start, start + partSize)
    const answer = await postJson<BulkCounts>(url, { ...fields, ids: part })
    if (!answer.isDone) return { counts, isComplete: false, message: answer.message }
    counts.done += answer.body.done
    counts.failed += answer.body.failed
    counts.skipped += answer.body.skipped
    onProgress(Math.min(start + partSize, ids.length))
  }
  return { counts, isComplete: true, message: null }
}
