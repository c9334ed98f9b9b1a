/** How much an import may be. What is more is refused before anything of it is kept. */
export const importLimits = {
  /** Characters of a cell: as many as Excel allows. */
  cell: 32_767,
  columns: 200,
  fileBytes: 50 * 1024 * 1024,
  rows: 200_000,
  /** Bytes of a spreadsheet's files, unpacked. */
  unpackedBytes: 300 * 1024 * 1024,
} as const

/** How many rows are written, or checked, in one transaction. */
export const batchSize = 500

/** The highest cost of a bcrypt hash: checking it takes less time than every refused login does. */
export const highestBcryptCost = 12
