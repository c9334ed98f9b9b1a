import type { Config } from 'payload'

/** What a host adds to Payload's GraphQL. */
export type Extension = NonNullable<NonNullable<Config['graphQL']>['mutations']>

const authMutations = /^(login|logout|refreshToken|forgotPassword|resetPassword|verifyEmail|unlock)/

/**
 * Removes the mutations that log in and out and set passwords: a single GraphQL request can hold hundreds of them, and
 * they know nothing of the portal's session. REST and the portal have them, with their limits.
 */
export function withoutAuthMutations(host: Extension | undefined): Extension {
  return (graphQL, context) => {
    const { fields } = (context as unknown as { Mutation: { fields: Record<string, unknown> } })
      .Mutation
    for (const name of Object.keys(fields)) {
      if (authMutations.test(name)) delete fields[name]
    }
    return host?.(graphQL, context) ?? {}
  }
}
