import { describe, expect, it } from 'vitest'

import { fill, fillPlural, plural } from '../../../src/text/fill'
import { createFormats } from '../../../src/portal/i18n/format'
import { negotiateLocale } from '../../../src/portal/i18n/negotiateLocale'
import { knownTimeZone } from '../../../src/portal/i18n/timeZone'

describe('negotiateLocale', () => {
  const available = ['en', 'de']

  it.each([
    ['en-GB,en;q=0.9', { language: 'en', tag: 'en-GB' }],
    ['fr-FR, de-AT;q=0.8, en;q=0.7', { language: 'de', tag: 'de-AT' }],
    ['en;q=0.2, de;q=0.9', { language: 'de', tag: 'de' }],
    ['de;q=0, fr', { language: 'en', tag: 'en' }],
    ['en-US-u-ca-buddhist-nu-thai', { language: 'en', tag: 'en-US' }],
    ['*', { language: 'en', tag: 'en' }],
    ['not a tag;;q=x,', { language: 'en', tag: 'en' }],
    ['', { language: 'en', tag: 'en' }],
    [null, { language: 'en', tag: 'en' }],
  ])('%s', (header, locale) => {
    expect(negotiateLocale(header, available)).toEqual(locale)
  })

  it.each([
    ['en-GB,de-CH;q=0.5', 'de-CH'],
    ['en-GB,en;q=0.9', 'de'],
  ])('a chosen language keeps the region that %s has for it', (header, tag) => {
    expect(negotiateLocale(header, ['de'])).toEqual({ language: 'de', tag })
  })
})

describe('knownTimeZone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Mars/Olympus', 'UTC'],
    ['x'.repeat(65), 'UTC'],
    ['', 'UTC'],
    [undefined, 'UTC'],
  ])('%s', (value, zone) => {
    expect(knownTimeZone(value)).toBe(zone)
  })
})

describe('createFormats', () => {
  const lastMoment = '2027-01-31T23:59:59.999Z'

  it('shows the last day of a validity as the same day everywhere', () => {
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Midway']) {
      expect(createFormats('en-US', zone).day(lastMoment)).toBe('Jan 31, 2027')
    }
  })

  it("shows what happened in the visitor's zone and form", () => {
    expect(createFormats('en-US', 'Pacific/Kiritimati').date(lastMoment)).toBe('Feb 1, 2027')
    expect(createFormats('en-GB', 'Europe/Berlin').date(lastMoment)).toBe('1 Feb 2027')
    expect(createFormats('de', 'UTC').number(1234.5)).toBe('1.234,5')
  })

  it('names the zone beside a time only while it is not known to be the visitor’s', () => {
    expect(createFormats('en-US', 'UTC').time(lastMoment)).toMatch(/11:59\sPM UTC/)
    expect(createFormats('en-US', 'Europe/Berlin').time(lastMoment)).toMatch(/^12:59\sAM$/)
  })

  it.each([null, undefined, '', 'yesterday'])('has no text for %j', (moment) => {
    expect(createFormats('en', 'UTC').date(moment)).toBeNull()
  })
})

describe('fill', () => {
  it('puts values in and leaves unknown placeholders', () => {
    expect(fill('{a} of {b} {c}', { a: '1', b: '{a}' })).toBe('1 of {a} {c}')
  })

  it('chooses the form of the language', () => {
    const days = plural({ few: '{count} dny', one: '{count} den', other: '{count} dní' })
    expect([1, 3, 1000].map((count) => fillPlural(days, count, 'cs'))).toEqual([
      '1 den',
      '3 dny',
      '1\u00a0000 dní',
    ])
  })
})
