/** What an import brings in. */
export const importKinds = ['customers', 'licenses', 'products'] as const

export type ImportKind = (typeof importKinds)[number]

/** What is done with rows that exist already, and with those that do not. */
export const importModes = ['create', 'update', 'upsert'] as const

export type ImportMode = (typeof importModes)[number]

/**
 * How far an import is: its file is being read; its columns can be mapped; its rows are only checked (a dry run); they are written; the
 * end, by itself, by an administrator, or because the file cannot be read.
 */
export const importStatuses = [
  'reading',
  'ready',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'failed',
] as const

export type ImportStatus = (typeof importStatuses)[number]

/** What became of a row. A dry run says it of what would become. */
export const rowOutcomes = ['pending', 'created', 'updated', 'skipped', 'failed'] as const

export type RowOutcome = (typeof rowOutcomes)[number]
