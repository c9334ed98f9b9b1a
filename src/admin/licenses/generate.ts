import { postJson } from '../bulk/postJson'

export type MadeLicense = { code: string; id: string }

const partSize = 50

/**
 * Makes licences alike, some at a time.
 *
 * @returns those that were made, and what the server said where it made no more; null while all went well
 */
export async function generate(
  url: string,
  { count, data, pattern }: { count: number; data: object; pattern: string },
  { onProgress, signal }: { onProgress: (through: number) => void; signal: AbortSignal },
): Promise<{ isComplete: boolean; made: MadeLicense[]; message: null | string }> {
  const made: MadeLicense[] = []
  while (made.length < count) {
    if (signal.aborted) return { isComplete: false, made, message: null }
    const answer = await postJson<{ licenses: MadeLicense[] }>(url, {
      count: Math.min(partSize, count - made.length),
      data,
      pattern: pattern || undefined,
    })
    if (!answer.isDone) return { isComplete: false, made, message: answer.message }
    made.push(...answer.body.licenses)
    onProgress(made.length)
  }
  return { isComplete: true, made, message: null }
}

/** Codes as a CSV file that no spreadsheet runs. */
export function toCsv(made: readonly MadeLicense[]): string {
  const cell = (text: string) =>
    `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return ['code,id', ...made.map(({ code, id }) => `${cell(code)},${id}`)].join('\r\n')
}
