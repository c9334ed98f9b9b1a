import type { Entitlements, Occupant, Refusal, Update } from './types.js'

export type Json = Record<string, unknown>

/** The refusal in an answer, or null where it is none. */
export function refusalOf(answer: Json): null | Refusal {
  if (answer.is_active !== false) return null
  const { installations, manage_url: manageUrl } = answer
  return {
    code: textOf(answer.code) ?? 'not_activated',
    ...(Array.isArray(installations)
      ? { installations: (installations as Json[]).map(toOccupant) }
      : {}),
    ...(typeof manageUrl === 'string' ? { manageUrl } : {}),
    message: textOf(answer.message) ?? '',
    ok: false,
  }
}

/** What an answer says that the licence gives. */
export function entitlementsOf({ entitlements }: Json): Entitlements {
  return (entitlements ?? {}) as Entitlements
}

/** The version that an answer describes. */
export function toUpdate(answer: Json): Update {
  return {
    changelog: textOf(answer.changelog),
    checksum: (answer.checksum ?? null) as Update['checksum'],
    fileSize: typeof answer.file_size === 'number' ? answer.file_size : null,
    hasSql: answer.has_sql === true,
    id: textOf(answer.update_id) ?? '',
    releasedAt: textOf(answer.released_at) ?? '',
    summary: textOf(answer.summary),
    version: textOf(answer.version) ?? '',
  }
}

export function textOf(value: unknown): null | string {
  return typeof value === 'string' ? value : null
}

function toOccupant(installation: Json): Occupant {
  const { fingerprint } = installation
  return {
    activatedAt: textOf(installation.activated_at) ?? '',
    domain: textOf(installation.domain),
    ...(typeof fingerprint === 'string' ? { fingerprint } : {}),
    lastSeenAt: textOf(installation.last_seen_at) ?? '',
    name: textOf(installation.name),
  }
}
