import { paths } from '../shell/paths'

/** The page of a signed link, with what else its address says. */
export function freeSlotPath(token: string, more: Record<string, string> = {}): string {
  return `${paths.freeSlot}?${new URLSearchParams({ token, ...more }).toString()}`
}
