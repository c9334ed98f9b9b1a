import type { GlobalSlug, PayloadRequest } from 'payload'

import { rememberGlobal } from '../../src/database/globalMemory'
import { decryptSecret } from '../../src/secrets/encrypt'
import { findOptions } from './options'
import type { Credentials, SocialProvider } from './types'

/** The settings' fields of a provider. */
export const fieldNames = (provider: string) =>
  ({
    clientId: `${provider}ClientId`,
    clientSecret: `${provider}ClientSecret`,
    isOn: `${provider}Login`,
  }) as const

export type ReadyProvider = { credentials: Credentials; provider: SocialProvider }

/** The providers that are on and have what they need: by options or environment, else by the settings. None in an app without the plugin. */
export async function readyProviders(req: PayloadRequest): Promise<ReadyProvider[]> {
  const { payload } = req
  const options = findOptions(payload.config)
  if (!options) return []
  const { global, providers } = options
  const isComplete = providers.every(({ credentials }) => credentials)
  // The row as it is stored: a read through Payload's hooks would show no secret.
  const row = isComplete ? null : await rowOf(req, global as GlobalSlug)
  return providers.flatMap(({ credentials, provider }) => {
    const found = credentials ?? credentialsIn(row, provider.name, payload.secret)
    return found ? [{ credentials: found, provider }] : []
  })
}

/** One of them by name; null where it is not on. */
export async function findReady(req: PayloadRequest, name: unknown): Promise<null | ReadyProvider> {
  return (await readyProviders(req)).find(({ provider }) => provider.name === name) ?? null
}

type Row = Record<string, unknown>

async function rowOf(req: PayloadRequest, slug: GlobalSlug): Promise<Row> {
  const { payload } = req
  const read = async (within?: PayloadRequest) => payload.db.findGlobal<Row>({ req: within, slug })
  return rememberGlobal(payload, { as: 'row', read, req, slug })
}

function credentialsIn(row: null | Row, provider: string, secret: string): Credentials | null {
  const names = fieldNames(provider)
  const clientId = row?.[names.clientId]
  const encrypted = row?.[names.clientSecret]
  if (row?.[names.isOn] !== true || typeof clientId !== 'string' || typeof encrypted !== 'string') {
    return null
  }
  const clientSecret = decryptSecret(encrypted, secret, names.clientSecret)
  return clientId.trim() && clientSecret ? { clientId: clientId.trim(), clientSecret } : null
}
