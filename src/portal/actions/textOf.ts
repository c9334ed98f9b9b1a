/** A field of a form as text: a file, or a field that is not there, is none. */
export function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}
