import fc from 'fast-check'

import { hostileBody, hostileText, hostileValue, wellFormed } from '../../../support/hostile'

/** One call of the licensing API, whichever it is. */
export type Input = {
  body: null | string
  call: number
  contentType: string
  extra: Record<string, unknown>
  fields: fc.Stream<unknown>
  headers: fc.Stream<string>
  /** Whether the fields hold what they are for, and the key is the right one: such a call goes far enough to change something. */
  isMeant: boolean
  parameters: fc.Stream<string>
  who: 'external' | 'internal' | 'nobody' | 'stranger'
}

const knownValue = fc.constantFrom('KNOWN', 'TIDEMARK', '1.0', 'main', 'known@example.com')

/** What a header may carry: any byte but those that end it. The same one comes often enough to be a repetition. */
const headerValue = fc
  .oneof(
    fc.nat(30).map((index) => `https://shop-${index}.example`),
    fc.constantFrom('', '::1', '10.0.0.1', 'again', 'de', 'installations', 'x'.repeat(5000), 'ÿ'),
    hostileText,
  )
  .map((text) =>
    Buffer.from(wellFormed(text))
      .toString('latin1')
      .replace(/[\0\r\n]/g, ''),
  )

export const input: fc.Arbitrary<Input> = fc.record({
  body: fc.oneof(
    { arbitrary: fc.constant(null), weight: 6 },
    { arbitrary: hostileBody, weight: 1 },
  ),
  call: fc.nat(),
  contentType: fc.constantFrom(
    'application/json',
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
  ),
  extra: fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'toString'), hostileValue),
  fields: fc.infiniteStream(fc.oneof(knownValue, hostileValue)),
  headers: fc.infiniteStream(headerValue),
  isMeant: fc.nat(2).map((of) => of === 0),
  parameters: fc.infiniteStream(fc.oneof(knownValue, hostileText)),
  who: fc.constantFrom('external', 'internal', 'nobody', 'stranger'),
})

const meant: Record<string, string> = {
  code: 'KNOWN',
  license_code: 'KNOWN',
  product_id: 'TIDEMARK',
  product_reference_id: 'TIDEMARK',
}

/** What a field is for; undefined where it may be left out. */
export const meantFor = (name: string): string | undefined => meant[name]
