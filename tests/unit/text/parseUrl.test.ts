import { expect, it } from 'vitest'

import { normalizeDomain } from '../../../src/licensing/domains'
import { parseUrl } from '../../../src/text/parseUrl'

it.each([
  ['https://shop.example.com/a?b', 'shop.example.com'],
  ['http://bücher.example', 'xn--bcher-kva.example'],
  ['no address', undefined],
  ['', undefined],
])('%s is at %s', (text, host) => {
  expect(parseUrl(text)?.hostname).toBe(host)
})

it('resolves what is relative to something', () => {
  expect(parseUrl('../b', 'https://example.com/a/c')?.href).toBe('https://example.com/b')
})

it('names beyond ASCII stay domains in a process that runs for long', () => {
  const wrong = Array.from({ length: 30_000 }, () => normalizeDomain('bücher.example')).filter(
    (domain) => domain !== 'xn--bcher-kva.example',
  )
  expect(wrong).toHaveLength(0)
})
