import { ImportFileError } from './fileError'
import type { Source } from './table'

/**
 * The text of a file in UTF-8, without the mark at its beginning.
 *
 * @throws ImportFileError for another encoding, instead of wrong letters in people's names
 */
export async function* decodeText(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of source) yield decode(() => decoder.decode(chunk, { stream: true }))
  yield decode(() => decoder.decode())
}

function decode(run: () => string): string {
  try {
    return run()
  } catch {
    throw new ImportFileError('encoding')
  }
}
