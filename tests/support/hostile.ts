import fc from 'fast-check'

/** The same inputs at every run, unless FUZZ_SEED names others. */
export const seed = Number(process.env.FUZZ_SEED ?? 20_270_131)

/** How many inputs in all: a tenth of them with the other tests, all by `npm run test:fuzz`. */
export const inputs = Number(process.env.FUZZ_RUNS ?? 1000)

/** Text that somebody may send to see what breaks. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '\u202e',
    "' or 1=1 --",
    '%',
    '\\',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '__proto__',
    'NaN',
    '-0',
    '9'.repeat(400),
    '0000-01-01',
    '2027-01-31T10:00:00+99:99',
    '00000000-0000-4000-8000-000000000000',
    'x'.repeat(70_000),
  ),
)

/** Anything that JSON can hold, the right type among it. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: hostileText, weight: 4 },
  { arbitrary: fc.constantFrom(0, -1, 1e308, 2 ** 53, true, false, null), weight: 2 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 2 },
  { arbitrary: fc.constantFrom<unknown>([], {}, [[]], { $gt: '' }, { equals: null }), weight: 1 },
)

/** Bodies that are no JSON, or more of it than anybody needs. */
export const hostileBody = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '"text"',
  `${'['.repeat(1000)}${']'.repeat(1000)}`,
  `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`,
  '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}}}',
  '{"a": 1, "a": 2}',
  `{"text": "${'x'.repeat(1_000_000)}"}`,
  '\ufeff{}',
  'a=1&a[]=2&a[b]=3',
)

/** Text as an address can carry it: no half characters. */
export const wellFormed = (text: unknown): string => Buffer.from(String(text)).toString('utf8')
