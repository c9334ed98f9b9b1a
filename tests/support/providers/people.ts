import type { IncomingMessage } from 'node:http'

/** Somebody with an account at the providers of the tests. */
export type Person = {
  /** They refuse when they are asked. */
  denies?: boolean
  email: null | string
  /** What the provider says of the address; left out by those that say nothing. */
  isVerified?: unknown
  name: string
  purchases?: { code: string; item: number; license?: string; supportedUntil?: null | string }[]
  /** The provider's own id of the account. */
  subject: string
}

/** The cookie by which the providers of the tests know who is at the browser, as if logged in there. Cookies know no ports. */
export const personCookie = 'provider-person'

export function sealPerson(person: Person): string {
  return Buffer.from(JSON.stringify(person)).toString('base64url')
}

/** Who is at the browser of a request. */
export function personOf({ headers }: IncomingMessage): Person {
  const value = new RegExp(`${personCookie}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1]
  if (!value) throw new Error('Nobody is logged in to the provider.')
  return JSON.parse(Buffer.from(value, 'base64url').toString()) as Person
}
