/** Why a file cannot be read. */
export type FileErrorCode =
  | 'cellTooLong'
  | 'empty'
  | 'encoding'
  | 'fileTooLarge'
  | 'format'
  | 'interrupted'
  | 'json'
  | 'jsonTooDeep'
  | 'noRows'
  | 'quotes'
  | 'spreadsheet'
  | 'tooManyColumns'
  | 'tooManyRows'
  | 'unpackedTooLarge'

/** A file that cannot be imported, for a reason that its owner can do something about. */
export class ImportFileError extends Error {
  /** @param values what the reason's text names, such as the line */
  constructor(
    readonly code: FileErrorCode,
    readonly values: Record<string, number | string> = {},
  ) {
    super(code)
    this.name = 'ImportFileError'
  }
}
