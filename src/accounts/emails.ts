import { normalizeEmailAddress } from '../licensing/emails'

const longest = 254
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const form = new RegExp(
  `^[a-z0-9!#$%&'*+/=?^_\`{|}~.-]+@(?:${label}\\.)+(?:[a-z]{2,63}|xn--${label})$`,
)

/**
 * An address in the form in which it is stored. One address only: no display name, no list, no comment, no quoted part.
 *
 * @returns null for what is not an e-mail address (RFC 5321 lengths, WHATWG's form of the local part)
 */
export function parseEmail(input: unknown): null | string {
  if (typeof input !== 'string' || input.length > 2 * longest) return null
  const email = normalizeEmailAddress(input)
  if (email.length > longest || email.indexOf('@') > 64) return null
  if (!form.test(email) || /^\.|\.\.|\.@/.test(email)) return null
  return email
}
