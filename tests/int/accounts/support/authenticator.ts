import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What a browser would get wrong only if somebody made it: each may be given to see that it is refused. */
export type Deviation = {
  counter?: number
  isUserVerified?: boolean
  origin?: string
  rpId?: string
}

/** A passkey of a device in software, which can be made to lie as no browser would. */
export class SoftwarePasskey {
  counter = 0
  readonly id = randomBytes(16).toString('base64url')
  private readonly privateKey: KeyObject
  private readonly publicKey: { x: Buffer; y: Buffer }

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.privateKey = privateKey
    this.publicKey = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') }
  }

  /** What `navigator.credentials.create` gives for a challenge. */
  register(challenge: string, deviation: Deviation = {}) {
    const credentialId = Buffer.from(this.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(credentialId.length)
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(this.publicKey.x)],
      [-3, new Uint8Array(this.publicKey.y)],
    ])
    const authData = Buffer.concat([
      this.authenticatorData(deviation, 0x40),
      Buffer.alloc(16),
      length,
      credentialId,
      isoCBOR.encode(key),
    ])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ])
    const encoded = isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])
    return this.credential({
      attestationObject: Buffer.from(encoded).toString('base64url'),
      clientDataJSON: clientData('webauthn.create', challenge, deviation),
      transports: ['internal'],
    })
  }

  /** What `navigator.credentials.get` gives for a challenge. */
  assert(challenge: string, deviation: Deviation = {}) {
    const authData = this.authenticatorData(deviation, 0)
    const clientDataJSON = clientData('webauthn.get', challenge, deviation)
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
    const signature = sign('sha256', Buffer.concat([authData, hash]), this.privateKey)
    return this.credential({
      authenticatorData: authData.toString('base64url'),
      clientDataJSON,
      signature: signature.toString('base64url'),
    })
  }

  private authenticatorData(
    { counter = this.counter, isUserVerified = true, rpId = 'localhost' }: Deviation,
    flags: number,
  ): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const rpIdHash = createHash('sha256').update(rpId).digest()
    return Buffer.concat([rpIdHash, Buffer.from([flags | 1 | (isUserVerified ? 4 : 0)]), count])
  }

  private credential<Response extends object>(response: Response) {
    return {
      clientExtensionResults: {},
      id: this.id,
      rawId: this.id,
      response,
      type: 'public-key' as const,
    }
  }
}

function clientData(
  type: string,
  challenge: string,
  { origin = 'http://localhost:3000' }: Deviation,
): string {
  const data = { challenge, crossOrigin: false, origin, type }
  return Buffer.from(JSON.stringify(data)).toString('base64url')
}
