/** The value of a parameter of the address; the first one when it is there several times. */
export function oneParam(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
