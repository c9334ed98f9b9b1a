import type { FieldHook, PayloadRequest, StaticLabel, TextField } from 'payload'

import { decryptSecret, encryptSecret } from './encrypt'

/** What a read shows of a secret that is set. Sent back unchanged, it keeps the secret. */
export const secretMask = '••••••••'

type SecretFieldOptions = { description?: StaticLabel; label: StaticLabel; name: string }

/** A text of a global that is encrypted in the database and never comes back in a read. */
export function secretField({ description, label, name }: SecretFieldOptions): TextField {
  const encrypt: FieldHook = async ({ global, req, value }): Promise<null | string> => {
    if (value === secretMask) return readStored(req.payload, global?.slug, name, req)
    if (typeof value !== 'string' || !value.trim()) return null
    return encryptSecret(value.trim(), req.payload.secret, name)
  }
  const mask: FieldHook = ({ value }) => (value ? secretMask : null)
  return {
    name,
    label,
    type: 'text',
    admin: { autoComplete: 'off', description },
    hooks: { afterRead: [mask], beforeChange: [encrypt] },
    maxLength: 1000,
  }
}

type GlobalReader = {
  db: { findGlobal: (args: { req?: PayloadRequest; slug: string }) => Promise<unknown> }
  secret: string
}

/**
 * The secret itself, for the server's own use.
 *
 * @returns null when none is set or it cannot be decrypted with the present `PAYLOAD_SECRET`
 */
export async function readSecret(
  payload: GlobalReader,
  global: string,
  name: string,
): Promise<null | string> {
  const stored = await readStored(payload, global, name)
  return stored ? decryptSecret(stored, payload.secret, name) : null
}

async function readStored(
  payload: Pick<GlobalReader, 'db'>,
  global: string | undefined,
  name: string,
  req?: PayloadRequest,
): Promise<null | string> {
  if (!global) return null
  const row = (await payload.db.findGlobal({ req, slug: global })) as Record<string, unknown> | null
  const value = row?.[name]
  return typeof value === 'string' ? value : null
}
