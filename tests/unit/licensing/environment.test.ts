import { describe, expect, it } from 'vitest'

import { environmentOf } from '../../../src/licensing/environment'
import { normalizeDomain } from '../../../src/licensing/domains'
import { takesSlot } from '../../../src/licensing/slots'

const patterns = ['staging.*', 'dev.*', '*.stage.example.com', 'BÜCHER.example', ' ']

describe('environmentOf', () => {
  it.each([
    ['http://localhost:3000', 'development'],
    ['app.localhost', 'development'],
    ['shop.test', 'development'],
    ['printer.local', 'development'],
    ['127.0.0.1', 'development'],
    ['127.8.9.1', 'development'],
    ['10.1.2.3', 'development'],
    ['172.16.0.1', 'development'],
    ['192.168.1.1', 'development'],
    ['169.254.0.1', 'development'],
    ['::ffff:192.168.1.1', 'development'],
    ['[::1]:3000', 'development'],
    ['fc00::1', 'development'],
    ['fe80::1', 'development'],
    ['dev.example.com', 'development'],
    ['bücher.example', 'development'],
    ['staging.example.com', 'staging'],
    ['eu.stage.example.com', 'staging'],
    ['example.com', 'production'],
    ['test', 'production'],
    ['local', 'production'],
    ['localhost.example.com', 'production'],
    ['contest', 'production'],
    ['my-dev.example.com', 'production'],
    ['172.32.0.1', 'production'],
    ['8.8.8.8', 'production'],
    ['203.0.113.9', 'production'],
    ['2001:db8::1', 'production'],
    ['2606:4700::1', 'production'],
  ])('%s is %s', (address, environment) => {
    expect(environmentOf(normalizeDomain(address), patterns)).toBe(environment)
  })

  it('takes an installation without a domain for the real thing', () => {
    expect(environmentOf(null, ['*'])).toBe('production')
  })
})

describe('takesSlot', () => {
  it.each([
    ['production', true, true],
    ['production', false, true],
    ['staging', true, false],
    ['staging', false, true],
    ['development', true, false],
    ['development', false, true],
  ] as const)(
    '%s, free development hosts %s: %s',
    (environment, freeDevelopmentHosts, expected) => {
      expect(takesSlot(environment, { freeDevelopmentHosts })).toBe(expected)
    },
  )
})
