import { z } from 'zod'

import { envatoApiUrl } from '../../plugins/social-login'
import { fetchJson, HttpStatusError, withDeadline } from '../http/limitedFetch'

const patienceMs = 5000
/** While an activation waits, which has less than 5 seconds for everything. */
const patienceOfCallMs = 3000

const moment = z
  .string()
  .nullish()
  .transform((text) => {
    const date = new Date(text ?? Number.NaN)
    return Number.isNaN(date.getTime()) ? null : date
  })

const itemSchema = z.object({ id: z.union([z.int(), z.string()]).transform(String) })

const saleSchema = z.object({
  buyer: z.string().nullish(),
  item: itemSchema,
  license: z.string().nullish(),
  supported_until: moment,
})

/** What a purchase is of, and until when it has support. */
export type EnvatoSale = {
  /** The buyer's username, where Envato tells it. */
  buyer: null | string
  itemId: string
  /** Such as `Regular License`. */
  licenseName: null | string
  supportUntil: Date | null
}

export type EnvatoPurchase = EnvatoSale & { code: string }

const purchasesSchema = z.object({
  purchases: z.array(saleSchema.extend({ code: z.string().trim().min(1).max(255) })).max(1000),
})

/**
 * One page of what the owner of a token has bought of the app's own author; empty after the last.
 *
 * @param page from 1
 * @throws HttpStatusError where Envato refuses, and other errors where it does not answer as documented in time
 * @see https://build.envato.com/api/#market_0_BuyerPurchases
 */
export async function readPurchases(accessToken: string, page: number): Promise<EnvatoPurchase[]> {
  const answer = await ask(`/v3/market/buyer/purchases?page=${page}`, accessToken)
  return purchasesSchema.parse(answer).purchases.map((purchase) => ({
    ...toSale(purchase),
    code: purchase.code,
  }))
}

/**
 * The sale with a purchase code, of an item of the token's owner.
 *
 * @returns null where there is none
 * @throws HttpStatusError where Envato refuses, and other errors where it does not answer as documented in time
 * @see https://build.envato.com/api/#market_0_Author_Sale
 */
export async function findSale(personalToken: string, code: string): Promise<EnvatoSale | null> {
  try {
    const query = new URLSearchParams({ code }).toString()
    const path = `/v3/market/author/sale?${query}`
    return toSale(saleSchema.parse(await ask(path, personalToken, patienceOfCallMs)))
  } catch (error) {
    if (error instanceof HttpStatusError && error.status === 404) return null
    throw error
  }
}

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number().nullish() })

/**
 * Another access token for a refresh token.
 *
 * @throws HttpStatusError where Envato refuses
 */
export async function refreshAccessToken(
  refreshToken: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<{ accessToken: string; expiresAt: Date | null }> {
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  })
  const answer = await withDeadline(patienceMs, (signal) =>
    fetchJson(`${envatoApiUrl()}/token`, { body, method: 'POST' }, { signal }),
  )
  const { access_token, expires_in } = tokenSchema.parse(answer)
  return {
    accessToken: access_token,
    expiresAt: expires_in ? new Date(Date.now() + expires_in * 1000) : null,
  }
}

function ask(path: string, token: string, milliseconds = patienceMs): Promise<unknown> {
  const headers = { Authorization: `Bearer ${token}`, 'User-Agent': 'payload-license-manager' }
  return withDeadline(milliseconds, (signal) =>
    fetchJson(`${envatoApiUrl()}${path}`, { headers }, { signal }),
  )
}

function toSale({
  buyer,
  item,
  license,
  supported_until: supportUntil,
}: z.infer<typeof saleSchema>): EnvatoSale {
  return { buyer: buyer ?? null, itemId: item.id, licenseName: license ?? null, supportUntil }
}
