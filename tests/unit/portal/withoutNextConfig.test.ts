import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { largePhotos } from '../../../collections/Avatars/limits'
import { withLicenseManager } from '../../../plugins/license-manager/withLicenseManager'

const photo = (bytes: number) => new File([new Uint8Array(bytes)], 'me.png', { type: 'image/png' })
const megabyte = 1024 * 1024

/** What Next puts into what it builds of a host. */
function build(environment: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
}

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllEnvs())

describe('a photo', () => {
  const load = () => import('../../../src/portal/avatar/checkPhoto')

  it('is one that Next takes by itself', async () => {
    build({ [largePhotos]: undefined })
    const { checkPhoto, photoLimit } = await load()
    expect(checkPhoto(photo(900 * 1024))).toBeNull()
    expect(checkPhoto(photo(megabyte))).toBe('tooLarge')
    expect(photoLimit.size).toBe('900 KB')
  })

  it('may have 5 MB with withLicenseManager', async () => {
    build(withLicenseManager().env ?? {})
    const { checkPhoto, photoLimit } = await load()
    expect(checkPhoto(photo(5 * megabyte))).toBeNull()
    expect(checkPhoto(photo(5 * megabyte + 1))).toBe('tooLarge')
    expect(photoLimit.size).toBe('5 MB')
  })
})

describe('what a customer may not', () => {
  const digestOf = async () => {
    const { forbid } = await import('../../../src/portal/actions/forbid')
    try {
      return forbid()
    } catch (error) {
      return (error as { digest?: string }).digest
    }
  }

  it('is answered with 404: 403 would be an error there', async () => {
    build({ __NEXT_EXPERIMENTAL_AUTH_INTERRUPTS: undefined })
    expect(await digestOf()).toBe('NEXT_HTTP_ERROR_FALLBACK;404')
  })

  it('is answered with 403 where Next has that', async () => {
    build({ __NEXT_EXPERIMENTAL_AUTH_INTERRUPTS: 'true' })
    expect(await digestOf()).toBe('NEXT_HTTP_ERROR_FALLBACK;403')
  })
})
