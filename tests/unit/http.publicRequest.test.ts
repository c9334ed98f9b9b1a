import { describe, expect, it } from 'vitest'

import { isPublic } from '../../src/http/isPublic'
import { postToPublic } from '../../src/http/publicRequest'

/** Server-side request forgery: an address that somebody entered must not lead inside. */
describe('isPublic', () => {
  it.each(['1.1.1.1', '203.0.114.9', '2606:4700::1111'])('takes %s', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.3.4',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'localhost',
    '',
  ])('refuses %s', (address) => {
    expect(isPublic(address)).toBe(false)
  })
})

describe('postToPublic', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://localhost/',
  ])('sends nothing to %s', async (url) => {
    const sent = async () => postToPublic({ body: '{}', headers: {}, timeoutMs: 2000, url })
    await expect(sent()).rejects.toThrow('The address is not a public one.')
  })

  it('sends nothing without encryption', async () => {
    const sent = async () =>
      postToPublic({ body: '{}', headers: {}, timeoutMs: 2000, url: 'http://example.com/' })
    await expect(sent()).rejects.toThrow('https://')
  })
})
