import { normalizeEmailAddress } from '../licensing/emails'

const longest = 254

/**
 * An address in the form in which it is stored. One address only: no display name, no list, no comment, no quoted part.
 *
 * @returns null for what is not an e-mail address (RFC 5321 lengths, WHATWG's form of the local part)
 */
export function parseEmail(input: unknown): null | string {
  if (typeof input !== 'string' || input.length > 2 * longest) return null
  const email = normalizeEmailAddress(input)
  if (email.length > longest || email.indexOf('@') > 64) return null
  const form =
    /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])$/u
  if (!form.test(email) || /^\.|\.\.|\.@/.test(email)) return null
  return email
}
