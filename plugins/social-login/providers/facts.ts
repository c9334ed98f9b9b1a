import { z } from 'zod'

const longest = 255

/** A provider's own id of an account. */
export const subjectSchema = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().min(1).max(longest))

/** A text that a provider may leave out, or send in a form that is of no use. */
export const optionalText = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value !== 'string') return null
    // PostgreSQL stores no NUL, and a lone surrogate is no text.
    return (
      value
        .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
        .trim()
        .slice(0, longest) || null
    )
  })

/** Only what is said in so many words: `"true"`, `1` and the like are not. */
export const strictlyTrue = z
  .unknown()
  .optional()
  .transform((value) => value === true)
