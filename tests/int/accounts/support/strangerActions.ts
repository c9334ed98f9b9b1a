import fc from 'fast-check'

export type Person = 'stranger' | 'victim'

/** Who holds which mailbox. */
export const mailboxes: Record<string, Person> = {
  'stranger-2@example.com': 'stranger',
  'stranger@example.com': 'stranger',
  'victim@example.com': 'victim',
}

export const addresses = Object.keys(mailboxes)

/** What may happen. Accounts and mails are named by their place in the list of them. */
export type Action =
  | { account: number; email: string; kind: 'adminMoves' | 'asksForMove' }
  | { account: number; kind: 'asksForReset' | 'givesUpMove' }
  | { by: Person; email: string; kind: 'registers' }
  | { email: string; isTrusted: boolean; kind: 'imports' }
  | { email: string; kind: 'issuesLicense' }
  | { kind: 'opensMail'; mail: number }
  | { account: number; kind: 'linksLicense' }
  | { account: number; kind: 'connects' }
  | { by: Person; email: string; kind: 'signsIn'; vouches: boolean }

const email = fc.constantFrom(...addresses)
const account = fc.nat(2)

/** Anything that may happen. */
export const action: fc.Arbitrary<Action> = fc.oneof(
  {
    arbitrary: fc.record({
      by: fc.constantFrom<Person>('stranger', 'victim'),
      email,
      kind: fc.constant('registers' as const),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      email,
      isTrusted: fc.boolean(),
      kind: fc.constant('imports' as const),
    }),
    weight: 2,
  },
  { arbitrary: fc.record({ email, kind: fc.constant('issuesLicense' as const) }), weight: 2 },
  { arbitrary: fc.record({ account, kind: fc.constant('linksLicense' as const) }), weight: 1 },
  {
    arbitrary: fc.record({ account, email, kind: fc.constant('asksForMove' as const) }),
    weight: 3,
  },
  { arbitrary: fc.record({ account, email, kind: fc.constant('adminMoves' as const) }), weight: 3 },
  { arbitrary: fc.record({ account, kind: fc.constant('asksForReset' as const) }), weight: 2 },
  { arbitrary: fc.record({ account, kind: fc.constant('givesUpMove' as const) }), weight: 1 },
  {
    arbitrary: fc.record({
      by: fc.constantFrom<Person>('stranger', 'victim'),
      email,
      kind: fc.constant('signsIn' as const),
      vouches: fc.boolean(),
    }),
    weight: 4,
  },
  { arbitrary: fc.record({ account, kind: fc.constant('connects' as const) }), weight: 2 },
  {
    arbitrary: fc.record({ kind: fc.constant('opensMail' as const), mail: fc.nat(3) }),
    weight: 4,
  },
)
