import { describe, expect, it } from 'vitest'

import { downloadTerm, type DownloadRules } from '../../../src/licensing/downloads'
import { allowedReleases } from '../../../src/portal/downloads/allowedReleases'

const now = new Date('2027-06-15T12:00:00Z')
const [past, later] = ['2027-01-01T00:00:00.000Z', '2027-12-31T00:00:00.000Z']
const rules: DownloadRules = { allowed: true, blocked: false, expired: 'own' }
const active = { expiresAt: null, isBlocked: false, updatesUntil: null }
const until = (moment: string) => ({ until: new Date(moment) })

const termOf = (
  license: Partial<typeof active> | Record<string, unknown>,
  changed: Partial<DownloadRules> = {},
  licenseUpdate = true,
) => downloadTerm({ ...active, ...license }, { ...rules, ...changed }, { licenseUpdate, now })

describe('what a licence may download', () => {
  it('has no end where its updates have none', () => {
    expect(termOf({})).toEqual({ until: null })
    expect(termOf({ expiresAt: later })).toEqual({ until: null })
  })

  it('ends with its updates, where the product’s updates need a licence', () => {
    expect(termOf({ updatesUntil: past })).toEqual(until(past))
    expect(termOf({ updatesUntil: past }, {}, false)).toEqual({ until: null })
  })

  it('ends with an expired licence, or with its updates where they ended before', () => {
    expect(termOf({ expiresAt: past })).toEqual(until(past))
    expect(termOf({ expiresAt: past, updatesUntil: later })).toEqual(until(past))
    expect(termOf({ expiresAt: past, updatesUntil: '2026-01-01T00:00:00.000Z' })).toEqual(
      until('2026-01-01T00:00:00.000Z'),
    )
  })

  it.each<[string, Record<string, unknown>, Partial<DownloadRules>]>([
    ['where customers download nothing', {}, { allowed: false }],
    ['of an expired licence, where the settings say so', { expiresAt: past }, { expired: 'none' }],
    ['of a blocked licence', { isBlocked: true }, {}],
    [
      'of a blocked and expired licence, where blocked ones have files but expired ones none',
      { expiresAt: past, isBlocked: true },
      { blocked: true, expired: 'none' },
    ],
  ])('is nothing %s', (_, license, changed) => {
    expect(termOf(license, changed)).toBeNull()
  })

  it('of a blocked licence is as usual where the settings say so', () => {
    expect(termOf({ isBlocked: true }, { blocked: true })).toEqual({ until: null })
  })
})

describe('the versions that are offered', () => {
  const release = (version: string, releasedAt: string, productId = 'P') => ({
    id: version,
    licenseUpdate: true,
    productId,
    releasedAt: new Date(releasedAt),
    version,
  })

  it('are those of the product, within the term and released by now, the newest first', () => {
    const releases = [
      release('1.9', '2026-03-01'),
      release('1.10', '2026-04-01'),
      release('2.0', '2027-03-01'),
      release('3.0', '2027-07-01'),
      release('9.9', '2026-01-01', 'ANOTHER'),
    ]
    const versions = (updatesUntil: null | string) =>
      allowedReleases({ ...active, productId: 'P', updatesUntil }, releases, { now, rules }).map(
        ({ version }) => version,
      )
    expect(versions(null)).toEqual(['2.0', '1.10', '1.9'])
    expect(versions(past)).toEqual(['1.10', '1.9'])
    expect(versions('2020-01-01')).toEqual([])
  })
})
