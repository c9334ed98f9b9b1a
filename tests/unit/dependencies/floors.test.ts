import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

/** Below these versions there are published vulnerabilities. */
const floors: Record<string, string> = {
  'drizzle-orm': '0.45.2',
  next: '16.3.3',
  payload: '3.90.0',
  sharp: '0.35.4',
}

type Package = { inBundle?: boolean; integrity?: string; resolved?: string; version?: string }
type Lock = { packages: Record<string, Package> }

const root = path.resolve(import.meta.dirname, '../../..')
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock

/** Every copy that is installed, also those that a package brings for itself. */
function versionsOf(name: string): string[] {
  return Object.entries(packages)
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .map(([, { version = '' }]) => version)
}

function isAtLeast(version: string, floor: string): boolean {
  // A release candidate of the floor is below it.
  if (!/^\d+\.\d+\.\d+$/.test(version)) return false
  const [a, b] = [version, floor].map((text) => text.split('.').map(Number))
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

it.each(Object.entries(floors))('no copy of %s is older than %s', (name, floor) => {
  const versions = versionsOf(name)
  expect(versions).not.toHaveLength(0)
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
})

it('Payload and its packages are of one version', () => {
  const versions = Object.entries(packages)
    .filter(([place]) => /node_modules\/(?:payload|@payloadcms\/[^/]+)$/.test(place))
    .map(([, { version }]) => version)
  expect(new Set(versions).size).toBe(1)
})

it('every package of a registry has a checksum, and none names a place to get it from', () => {
  // What is bundled in another package comes with its checksum.
  const installed = Object.entries(packages).filter(
    ([place, { inBundle }]) => place.includes('node_modules/') && !inBundle,
  )
  expect(installed.filter(([, { integrity }]) => !integrity).map(([place]) => place)).toEqual([])
  expect(installed.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([])
})
