import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import type { Customer } from '../../../../payload-types'
import type { TokenPurpose } from '../../../../collections/AccountTokens/purposes'
import { transactionOf } from '../../../../collections/transaction'
import { logIn, type LoginRequest, type LoginResult } from '../../../../src/accounts/login/logIn'
import { findSignedIn, type SignedInCustomer } from '../../../../src/accounts/sessions/findSignedIn'
import { issueToken } from '../../../../src/accounts/tokens/issueToken'
import type { Queryable } from '../../../../src/licensing/types'

export const password = 'umbrella turnip cathedral 42'

export type Visitor = { ip?: string; userAgent?: string }

/** What visitors and customers do, without a browser. */
export type Accounts = ReturnType<typeof accountsOf>

let nextAddress = 0

/** An IP address that no other test uses. */
export function freshIp(): string {
  nextAddress += 1
  return `10.${Math.floor(nextAddress / 65_536) % 256}.${Math.floor(nextAddress / 256) % 256}.${nextAddress % 256}`
}

export function accountsOf(payload: Payload) {
  const request = ({
    ip = freshIp(),
    userAgent = 'Mozilla/5.0',
  }: Visitor = {}): Promise<PayloadRequest> =>
    createLocalReq(
      { req: { headers: new Headers({ 'user-agent': userAgent, 'x-forwarded-for': ip }) } },
      payload,
    )
  let created = 0
  return {
    async createCustomer(data: Partial<Customer> & { password?: string } = {}): Promise<Customer> {
      created += 1
      return payload.create({
        collection: 'customers',
        data: {
          confirmedAt: new Date().toISOString(),
          email: `customer-${created}-${Date.now()}@example.com`,
          name: 'Casey Customer',
          password,
          ...data,
        },
      })
    },
    db: async (): Promise<Queryable> => transactionOf(await request()),
    /** The token of a link as it is mailed to a customer's own address. */
    tokenFor: (
      { email, id }: { email: string; id: string },
      purpose: TokenPurpose = 'resetPassword',
    ): Promise<string> => issueToken(payload, { customer: id, email, purpose }),
    logIn: async (
      login: Partial<LoginRequest> & { email: unknown },
      visitor?: Visitor,
    ): Promise<LoginResult> =>
      logIn(await request(visitor), {
        captcha: {},
        deviceToken: 'device',
        isRemembered: false,
        password,
        ...login,
      }),
    request,
    async signIn(email: string, visitor?: Visitor): Promise<SignedInCustomer & { token: string }> {
      const result = await this.logIn({ email }, visitor)
      if (result.outcome !== 'signedIn') throw new Error(`${email}: ${result.outcome}`)
      const customer = await findSignedIn(payload, result.session.token)
      if (!customer) throw new Error('The new session is not known.')
      return { ...customer, token: result.session.token }
    },
    whoIs: (token: string) => findSignedIn(payload, token),
  }
}

/**
 * How long some calls take, in milliseconds: the median of each, or the run at another share of the sorted ones. Their runs alternate,
 * and may run some at once where they wait most of their time.
 */
export async function medians(
  runs: number,
  calls: (() => Promise<unknown>)[],
  { atOnce = 1, share = 0.5 } = {},
): Promise<number[]> {
  const timed = calls.map((call) => ({ call, times: [] as number[] }))
  const jobs = Array.from({ length: runs }, () => timed).flat()
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const started = performance.now()
      await job.call()
      job.times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return timed.map(({ times }) => {
    const sorted = times.toSorted((one, other) => one - other)
    return sorted[Math.floor(sorted.length * share)] ?? 0
  })
}
