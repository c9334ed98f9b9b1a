import { readdirSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

import { buildDocument } from '../../../src/api/openapi/document'
import { describedCalls } from '../../../src/api/routes/described'
import { type Exceptions, exceptedBy, timedCalls, untimed } from './support/timed'

const notPages: Exceptions = {
  'Of development alone': ['GET /dev/outbox', 'GET /dev/outbox/html'],
}

it('times every page and file of the portal, or says why not', () => {
  expect(untimed(addresses()).sort()).toEqual(exceptedBy(notPages))
})

it('times every call that the OpenAPI document describes, those of old software included', () => {
  const { paths } = buildDocument(describedCalls, 'https://shop.example.com/api')
  const wanted = Object.entries(paths as Record<string, object>).flatMap(([below, operations]) =>
    Object.keys(operations).map((method) => ({ method, path: `/api${below}` })),
  )
  expect(wanted.length).toBeGreaterThan(45)
  expect(untimed(wanted)).toEqual([])
})

it('shows what the values of a shop stand for, and none of them', () => {
  const names = timedCalls.map(({ name }) => name)
  expect(names.filter((name) => /CODE|REFERENCE|TOKEN|CLIENT|-\d{4}/.test(name))).toEqual([])
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

/** What Next serves of the portal: an address for each `page.tsx` and `route.ts`, and one that there is not for the rest. */
function addresses() {
  const root = path.resolve(import.meta.dirname, '../../../src/app/(portal)')
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${path.dirname(file).replaceAll(/\(\w+\)\//g, '')}`)
    .map((below) => ({ method: 'GET', path: below.replace('[...rest]', 'not-there') }))
}
