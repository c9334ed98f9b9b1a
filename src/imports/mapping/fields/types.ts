/** A field that a column can be mapped to, with what columns for it are called, in English and German. */
export type ImportField = { name: string; synonyms: readonly string[] }
