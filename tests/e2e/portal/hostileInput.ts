import fc from 'fast-check'

import { hostileText, hostileValue } from '../../support/hostile'

/** What is sent in the place of a field's own value. */
export type Change =
  | { kind: 'file'; bytes: Uint8Array; name: string }
  | { kind: 'kept' | 'missing' }
  | { kind: 'repeated' | 'text'; text: string }

export type Input = {
  bound: fc.Stream<{ isKept: boolean; value: unknown }>
  changes: fc.Stream<Change>
  /** How many arguments are sent before the form; null for as many as the action has. */
  count: null | number
  extra: [string, string][]
  /** Whether a script that sends another number of arguments sends a form after them. */
  hasForm: boolean
  id: null | string
  isScript: boolean
  isSignedIn: boolean
  /** Null for this site's own, empty for none. */
  origin: null | string
  query: [string, string][]
  target: number
}

export const foreignOrigins = [
  'https://evil.example',
  'null',
  'nonsense',
  'http://localhost.evil.example',
  'http://localhost:1',
]

const hostileName = fc.constantFrom(
  '',
  '__proto__',
  'constructor',
  'toString',
  'then',
  'from',
  'do',
  'decline',
  'purpose',
  'x',
  'width',
  'file',
  'g-recaptcha-response',
  'name[]',
  '"\r\nX: y',
)

const parameter = fc.constantFrom(
  ...['before', 'claimed', 'deactivated', 'done', 'error', 'from', 'id', 'license', 'named'],
  ...['page', 'provider', 'q', 'redirect', 'result', 'social', 'sort', 'status', 'token'],
)

/** @param others what belongs to another customer: ids that are no secret, but nobody else's business */
export function inputFor(others: string[]): fc.Arbitrary<Input> {
  const text = fc.oneof(
    { arbitrary: hostileText, weight: 5 },
    { arbitrary: fc.constantFrom(...others, 'toString', 'de', 'confirm', 'renew'), weight: 2 },
  )
  const change: fc.Arbitrary<Change> = fc.oneof(
    { arbitrary: fc.record({ kind: fc.constant('kept' as const) }), weight: 6 },
    { arbitrary: fc.record({ kind: fc.constant('text' as const), text }), weight: 5 },
    { arbitrary: fc.record({ kind: fc.constant('missing' as const) }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant('repeated' as const), text }), weight: 1 },
    {
      arbitrary: fc.record({
        bytes: fc.uint8Array({ maxLength: 200 }),
        kind: fc.constant('file' as const),
        // Next cannot read a part whose head has control characters or is very long.
        name: text.map((name) => name.replace(/\p{Cc}/gu, '').slice(0, 500)),
      }),
      weight: 1,
    },
  )
  return fc.record({
    bound: fc.infiniteStream(
      fc.record({
        isKept: fc.boolean(),
        value: fc.oneof(hostileValue, fc.constantFrom('constructor', 'toString', 'valueOf')),
      }),
    ),
    changes: fc.infiniteStream(change),
    count: fc.option(fc.nat(6), { freq: 4 }),
    extra: fc.array(fc.tuple(hostileName, text), { maxLength: 2 }),
    hasForm: fc.boolean(),
    id: fc.option(text, { freq: 3 }),
    isScript: fc.boolean(),
    isSignedIn: fc.constantFrom(true, true, false),
    origin: fc.oneof(
      { arbitrary: fc.constant(null), weight: 8 },
      { arbitrary: fc.constantFrom('', ...foreignOrigins), weight: 1 },
    ),
    query: fc.array(fc.tuple(parameter, text), { maxLength: 2 }),
    target: fc.nat(),
  })
}
