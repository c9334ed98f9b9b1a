/** A file as headings and rows of texts. */
export type Table = {
  /** Complete where the rows are at their end: a JSON file may name a column in its last row only. */
  headings: string[]
  rows: AsyncIterable<string[]>
}

/** The bytes of a file, piece by piece. */
export type Source = AsyncIterable<Uint8Array>
