import { z } from 'zod'

import type { ProviderTokens } from '../../plugins/social-login'
import { decryptSecret, encryptSecret } from '../secrets/encrypt'

const schema = z.object({
  accessToken: z.string(),
  expiresAt: z.coerce.date().nullable(),
  refreshToken: z.string().nullable(),
})

/** What tokens are encrypted for: moved to another customer's row they cannot be read. */
const purposeOf = (customer: string): string => `envato tokens ${customer}`

/** A customer's tokens for the database. */
export function sealTokens(tokens: ProviderTokens, customer: string, secret: string): string {
  return encryptSecret(JSON.stringify(tokens), secret, purposeOf(customer))
}

/** The tokens that {@link sealTokens} encrypted; null where they cannot be read. */
export function openTokens(
  sealed: string,
  customer: string,
  secret: string,
): null | ProviderTokens {
  const plain = decryptSecret(sealed, secret, purposeOf(customer))
  return plain ? (schema.safeParse(JSON.parse(plain)).data ?? null) : null
}
