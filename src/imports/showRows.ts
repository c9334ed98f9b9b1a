import { looksLikeHash } from './rows/bcrypt'

/** What stands for a hash of a password wherever rows are shown. */
export const hiddenHash = '••••••••'

/** The cells of a row as people may see them. */
export function shownCells(cells: readonly string[]): string[] {
  return cells.map((cell) => (looksLikeHash.test(cell.trim()) ? hiddenHash : cell))
}
