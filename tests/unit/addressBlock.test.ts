import { expect, it } from 'vitest'

import { addressBlock } from '../../src/http/addressBlock'

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['::1', '::/64'],
  ['', ''],
  ['unknown', 'unknown'],
])('counts %j under %j', (address, block) => {
  expect(addressBlock(address)).toBe(block)
})
