import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  compareVersions,
  isReleaseAllowed,
  newestFirst,
  type Release,
  selectUpdate,
} from '../../../src/licensing/updates'

const release = (version: string, releasedAt = '2026-01-01'): Release => ({
  id: `${version} ${releasedAt}`,
  releasedAt: new Date(releasedAt),
  version,
})

const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^v?\d{1,3}(\.\d{1,3}){0,3}(-(alpha|beta|rc|dev|x)\.?\d?)?(\+\w{0,4})?$/),
)

describe('the order of versions', () => {
  it('is that of their parts, numbers as numbers', () => {
    const names = [
      '0.9',
      '1.0.0-nightly',
      '1.0.0-dev',
      '1.0.0-alpha',
      '1.0.0-beta2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      'v1.0.0',
      '1.0.0-p1',
      '1.2',
      '1.10.0',
      '2026.11.24',
      '99999999999999999999.1',
    ]
    const shuffled = [...names].reverse().map((version) => release(version))
    expect(newestFirst(shuffled).map(({ version }) => version)).toEqual([...names].reverse())
  })

  it.each([
    ['1', '1.0.0'],
    ['v2.1', '2.1'],
    ['1.0.0+build.7', '1.0.0'],
    ['1.0.0-a1', '1.0.0alpha1'],
    ['01.02', '1.2'],
  ])('has %s and %s alike', (one, other) => {
    expect(compareVersions(one, other)).toBe(0)
  })

  it('takes the later date where two versions are alike', () => {
    const sorted = newestFirst([release('1.0', '2026-01-01'), release('1.0.0', '2026-02-01')])
    expect(sorted[0]?.version).toBe('1.0.0')
  })

  it('is an order, whatever the names are', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0)
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the versions of a licence', () => {
  const now = new Date('2026-06-01T12:00:00Z')

  it.each([
    ['2026-06-01T12:00:00Z', null, true],
    ['2026-06-01T12:00:01Z', null, false],
    ['2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z', true],
    ['2026-03-01T00:00:01Z', '2026-03-01T00:00:00Z', false],
  ])('released at %s, updates until %s: %s', (releasedAt, until, isAllowed) => {
    const updatesUntil = until === null ? null : new Date(until)
    const given = { releasedAt: new Date(releasedAt) }
    expect(isReleaseAllowed(given, { now, updatesUntil })).toBe(isAllowed)
  })
})

describe('the update that is offered', () => {
  const releases = ['1.10', '1.2', '2.0', '1.0'].map((version) => release(version))
  const offered = (installed: null | string, serveLatest: boolean) =>
    selectUpdate(releases, { installed, serveLatest })?.version ?? null

  it('is the latest at once, or the next one', () => {
    expect([offered('1.0', true), offered('1.0', false)]).toEqual(['2.0', '1.2'])
    expect([offered('1.2.0', true), offered('1.2.0', false)]).toEqual(['2.0', '1.10'])
    expect([offered('1.5', true), offered('1.5', false)]).toEqual(['2.0', '1.10'])
  })

  it.each([true, false])('is none for the latest or what is newer (serve latest: %s)', (latest) => {
    expect([offered('2.0', latest), offered('v2.0.0', latest), offered('3', latest)]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('is the latest for who has nothing', () => {
    expect([offered(null, true), offered(null, false)]).toEqual(['2.0', '2.0'])
  })

  it('is always newer than what is installed, and one of those that there are', () => {
    fc.assert(
      fc.property(fc.array(name), name, fc.boolean(), (names, installed, serveLatest) => {
        const given = names.map((version, index) => ({ ...release(version), id: String(index) }))
        const update = selectUpdate(given, { installed, serveLatest })
        if (!update) {
          expect(given.every(({ version }) => compareVersions(version, installed) <= 0)).toBe(true)
          return
        }
        expect(given).toContain(update)
        expect(compareVersions(update.version, installed)).toBeGreaterThan(0)
      }),
    )
  })
})
