import { readFileSync } from 'node:fs'
import path from 'node:path'

import { satisfies } from 'semver'
import { expect, it } from 'vitest'

type Needs = Record<string, string>
type Locked = {
  dependencies?: Needs
  optionalDependencies?: Needs
  peerDependencies?: Needs
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
  version?: string
}

const root = path.resolve(import.meta.dirname, '../../..')
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}

/** The copy that a package at this place gets, as Node looks for it: beside it, then further out. */
function foundFrom(place: string, name: string): string | undefined {
  for (
    let folder = place;
    ;
    folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))
  ) {
    const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]
    if (found) return found.version
    if (!folder) return undefined
  }
}

// npm 10, which comes with Node 20 and 22, installs nothing from a lock file in which a package meets a version that it does not take.
it('every package finds what it needs in a version that it takes', () => {
  const unmet = Object.entries(packages).flatMap(([place, locked]) => {
    const optional = Object.entries(locked.peerDependenciesMeta ?? {}).filter(
      ([, meta]) => meta.optional,
    )
    const mayLack = new Set([
      ...optional.map(([name]) => name),
      ...Object.keys(locked.optionalDependencies ?? {}),
    ])
    const needs = {
      ...locked.peerDependencies,
      ...locked.optionalDependencies,
      ...locked.dependencies,
    }
    return Object.entries(needs).flatMap(([name, range]) => {
      const version = foundFrom(place, name)
      if (version === undefined) return mayLack.has(name) ? [] : [`${place} lacks ${name}`]
      return satisfies(version, range, { includePrerelease: true }) ||
        !/^[\d^~>=<*|.x -]+/.test(range)
        ? []
        : [`${place} needs ${name} ${range} and finds ${version}`]
    })
  })
  expect(unmet).toEqual([])
})
