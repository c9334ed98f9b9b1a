import { fileErrorText } from './messages'
import type { ImportRow } from './repository/imports'

/** An import as pages show it: with the reason why its file could not be read in words. */
export type ShownImport = ImportRow

/** Puts an import into the words of a language. */
export function shownImport(found: ImportRow, language: string): ShownImport {
  return { ...found, error: fileErrorText(found.error, language) }
}
