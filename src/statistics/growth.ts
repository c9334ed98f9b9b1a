/**
 * How much more there is than before, as a part of what was before: 0.25 is a quarter more.
 *
 * @returns null where there was nothing before: no number says how much more something is than nothing
 */
export function growth(current: number, before: number): null | number {
  return before === 0 ? null : (current - before) / before
}
