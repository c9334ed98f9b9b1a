const longest = 255

/** A licence code as somebody typed it, without spaces around it; null for what cannot be one. */
export function readCode(input: unknown): null | string {
  if (typeof input !== 'string') return null
  const code = input.trim()
  return code.length > 0 && code.length <= longest && !/\p{Cc}/u.test(code) ? code : null
}
