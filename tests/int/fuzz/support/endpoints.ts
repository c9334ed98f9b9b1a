import { handleEndpoints, type SanitizedConfig } from 'payload'

import { legacyNames } from '../../../../src/api/legacy/names'
import type { TestPayload } from '../../../support/payload'

/** A route that Payload serves. `isCommon`: every collection has one like it. */
export type Route = { isCommon: boolean; method: string; path: string }

/** How many collections have a route before it counts as one that every collection has. */
const manyCollections = 3

/** These have a fuzz of their own, by the OpenAPI document. */
const licensingApi = new Set(['docs', 'download', 'external', 'internal', 'openapi.json'])
for (const name of legacyNames) licensingApi.add(name)

/** All routes of a configuration but those of the licensing API, whoever brought them. */
export function routesOf({ collections, endpoints, globals }: SanitizedConfig): Route[] {
  const groups = [
    { endpoints, prefix: '' },
    ...collections.map((one) => ({ endpoints: one.endpoints || [], prefix: `/${one.slug}` })),
    ...globals.map((one) => ({ endpoints: one.endpoints || [], prefix: `/globals/${one.slug}` })),
  ]
  const counts = new Map<string, number>()
  for (const { endpoints: own } of groups) {
    for (const name of new Set(own.map(({ method, path }) => `${method} ${path}`))) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const routes = new Map<string, Route>()
  for (const { endpoints: own, prefix } of groups) {
    for (const { method, path } of own) {
      const whole = `${prefix}${path.replace(/\/$/, '')}`
      if (!prefix && licensingApi.has(path.split('/')[1] ?? '')) continue
      routes.set(`${method} ${whole}`, {
        isCommon: (counts.get(`${method} ${path}`) ?? 0) >= manyCollections,
        method: method.toUpperCase(),
        path: whole,
      })
    }
  }
  return [...routes.values()]
}

export type Sent = {
  body: FormData | null | string
  headers: Record<string, string>
  method: string
  /** Filled in, with its query. */
  path: string
}

/** Asks as a browser would, with an address of its own so that no limit keeps it out. */
export function senderOf({ databaseUrl, payload }: TestPayload) {
  let address = 0
  return async ({ body, headers, method, path }: Sent) => {
    address += 1
    const hasBody = body !== null && method !== 'GET' && method !== 'HEAD'
    const response = await handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey: new URL(databaseUrl).pathname.slice(1),
      request: new Request(`http://localhost:3000/api${path}`, {
        body: hasBody ? body : undefined,
        headers: { ...headers, 'X-Forwarded-For': `10.${address >> 8}.${address & 255}.1` },
        method,
      }),
    })
    return {
      location: response.headers.get('location') ?? '',
      status: response.status,
      text: await response.text(),
    }
  }
}
