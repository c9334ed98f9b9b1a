import { lookup } from 'node:dns'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { TLSSocketOptions } from 'node:tls'

import ipaddr from 'ipaddr.js'
import { isPublic } from './isPublic'

/** An address that messages must not be sent to: it is inside, not out there. */
export class PrivateAddressError extends Error {
  constructor() {
    super('The address is not a public one.')
    this.name = 'PrivateAddressError'
  }
}

export type PublicRequest = {
  body: string
  headers: Record<string, string>
  timeoutMs: number
  url: string
}

export type PublicRequestOptions = {
  /** Tests send to their own machine. */
  allowPrivate?: boolean
  ca?: TLSSocketOptions['ca']
}

export type PublicAnswer = { body: string; status: number }

const longestAnswer = 2000

/**
 * Posts to an address that somebody entered: https only, no redirects, and never to an address that is not public. The address is checked
 * when the connection is made, after names were resolved, so a name cannot change what it means in between.
 *
 * @returns the status and the beginning of the answer, 2000 bytes at most
 * @throws PrivateAddressError, or what the connection throws
 */
export function postToPublic(
  { body, headers, timeoutMs, url }: PublicRequest,
  { allowPrivate = false, ca }: PublicRequestOptions = {},
): Promise<PublicAnswer> {
  const target = new URL(url)
  if (target.protocol !== 'https:') throw new Error('The address does not begin with https://.')
  const host = target.hostname.replace(/^\[|\]$/g, '')
  // What is an address already is not looked up.
  if (!allowPrivate && ipaddr.isValid(host) && !isPublic(host)) throw new PrivateAddressError()

  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const sent = request(
      target,
      {
        agent: false,
        ca,
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        lookup: allowPrivate ? undefined : lookUpPublic,
        method: 'POST',
        signal,
      },
      (response) => {
        const chunks: Buffer[] = []
        let length = 0
        const finish = () => {
          const answer = Buffer.concat(chunks).subarray(0, longestAnswer).toString('utf8')
          resolve({ body: answer.replaceAll('\u0000', ''), status: response.statusCode ?? 0 })
          sent.destroy()
        }
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          length += chunk.length
          // The status has told everything; the rest is not waited for.
          if (length >= longestAnswer) finish()
        })
        response.on('end', finish)
        response.on('error', reject)
      },
    )
    sent.on('error', (error) =>
      reject(
        signal.aborted ? new Error(`There was no answer within ${timeoutMs / 1000} s.`) : error,
      ),
    )
    sent.end(body)
  })
}

const lookUpPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const refusal =
      error ??
      (addresses.every(({ address }) => isPublic(address)) ? null : new PrivateAddressError())
    const [first] = addresses ?? []
    if (refusal || !first) return callback(refusal ?? new PrivateAddressError(), '', 0)
    if (options.all) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
}
