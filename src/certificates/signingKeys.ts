import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

import type { Payload } from 'payload'

import { type Actor, nameActor } from '../licensing/actor'
import type { Database, Queryable } from '../licensing/types'
import { decryptSecret, encryptSecret } from '../secrets/encrypt'
import {
  findCurrentKey,
  insertKey,
  listKeys,
  lockKeys,
  retireKeys,
  type StoredKey,
} from './repository'

const purpose = 'signingKey'

export type SigningKey = { keyId: string; privateKey: KeyObject }

/** A public key as a JSON Web Key (RFC 8037). */
export type PublicKey = {
  alg: 'EdDSA'
  crv: 'Ed25519'
  kid: string
  kty: 'OKP'
  use: 'sig'
  x: string
}

/** The key that signs certificates. It is made when it is first needed, and anew when `PAYLOAD_SECRET` is another one than it was. */
export async function currentSigningKey(payload: Payload): Promise<SigningKey> {
  const db = databaseOf(payload)
  const opened = open(await findCurrentKey(db), payload.secret)
  if (opened) return opened
  return db.transaction(async (transaction) => {
    await lockKeys(transaction)
    // Somebody may have made one while this waited.
    const made = open(await findCurrentKey(transaction), payload.secret)
    return made ?? replaceKey(transaction, payload.secret)
  })
}

/**
 * Makes a new key and retires those before it. Their certificates go on holding.
 *
 * @param actor who replaces it, for the activity log; left out where it is nobody in particular
 * @returns the id of the new key
 */
export async function rotateSigningKey(payload: Payload, actor?: Actor): Promise<string> {
  return databaseOf(payload).transaction(async (transaction) => {
    await nameActor(transaction, actor)
    await lockKeys(transaction)
    return (await replaceKey(transaction, payload.secret)).keyId
  })
}

/** The public keys of all certificates that can hold; at least one. */
export async function publicKeys(payload: Payload): Promise<PublicKey[]> {
  const db = databaseOf(payload)
  let keys = await listKeys(db)
  if (keys.length === 0) {
    await currentSigningKey(payload)
    keys = await listKeys(db)
  }
  return keys.map(({ keyId, publicKey }) => ({
    alg: 'EdDSA',
    crv: 'Ed25519',
    kid: keyId,
    kty: 'OKP',
    use: 'sig',
    x: publicKey,
  }))
}

async function replaceKey(transaction: Queryable, secret: string): Promise<SigningKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const keyId = randomBytes(9).toString('base64url')
  await retireKeys(transaction)
  await insertKey(transaction, {
    keyId,
    privateKey: encryptSecret(pem, secret, purpose),
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
  })
  return { keyId, privateKey }
}

/** Null where there is none, or it cannot be decrypted with the present secret. */
function open(stored: null | StoredKey, secret: string): null | SigningKey {
  const pem = stored && decryptSecret(stored.privateKey, secret, purpose)
  return stored && pem ? { keyId: stored.keyId, privateKey: createPrivateKey(pem) } : null
}

function databaseOf(payload: Payload): Database {
  return (payload.db as unknown as { drizzle: Database }).drizzle
}
