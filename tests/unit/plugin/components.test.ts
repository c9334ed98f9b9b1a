import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const importMap = readFileSync('src/app/(payload)/admin/importMap.js', 'utf8')

/** Payload shows nothing, and says nothing, where a component is not found; a host can import only what the package exports. */
it("names every component of the admin panel by the package's entry points", () => {
  const names = [...importMap.matchAll(/^ {2}"([^"]+)":/gm)].map(([, name = '']) => name)
  const own = names.filter((name) => !name.startsWith('@payloadcms/'))
  expect(own.length).toBeGreaterThan(30)
  for (const name of own) {
    expect(name).toMatch(/^payload-license-manager\/(?:client|rsc)#\w+$/)
    const [file, component] = name.replace('payload-license-manager/', '').split('#')
    const exported = readFileSync(`plugins/license-manager/exports/${file}.ts`, 'utf8')
    expect(exported).toMatch(new RegExp(`[{ ]${component} \\}`))
  }
})
