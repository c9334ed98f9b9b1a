import { highestBcryptCost } from '../limits'
import type { Parsed } from './parse'

const form = /^\$2[aby]\$(\d{2})\$[./A-Za-z0-9]{53}$/

/** Texts that look like a hash, which nobody has to see again. */
export const looksLikeHash = /^\$(?:2[abxy]?|argon2\w*|[156y])\$/

/** A bcrypt hash, as PHP's `password_hash` and Laravel write it, whose check costs no more than a login may. */
export function parseBcrypt(text: string): Parsed<string> {
  const cost = Number(form.exec(text)?.[1])
  if (Number.isNaN(cost) || cost < 4) return { error: 'bcryptForm' }
  return cost > highestBcryptCost ? { error: 'bcryptCost' } : { value: text }
}
