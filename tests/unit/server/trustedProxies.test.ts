import { afterEach, expect, it } from 'vitest'

import { followTrustedProxies, type TrustedProxies } from '../../../src/server/trustedProxies'

/** Too many trusted proxies let callers choose their address: the number is always one that somebody set. */
let followed: TrustedProxies | undefined
afterEach(() => followed?.stop())

const follow = async (read: () => Promise<null | number | undefined>) =>
  (followed = await followTrustedProxies(read, 1, 10))

it.each([
  [2, 2],
  [0, 0],
  [null, 1],
  [undefined, 1],
])('a setting of %s means %i', async (setting, expected) => {
  expect((await follow(() => Promise.resolve(setting))).current()).toBe(expected)
})

it('follows the setting without a restart', async () => {
  let setting: null | number = 3
  const proxies = await follow(() => Promise.resolve(setting))
  setting = null
  await expect.poll(() => proxies.current()).toBe(1)
})

it('keeps what held while the database is away', async () => {
  let isDown = false
  const proxies = await follow(() =>
    isDown ? Promise.reject(new Error('down')) : Promise.resolve(4),
  )
  isDown = true
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(proxies.current()).toBe(4)
})
