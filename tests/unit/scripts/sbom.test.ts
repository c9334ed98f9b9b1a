import { expect, it } from 'vitest'
import { z } from 'zod'

import { listPackages } from '../../../scripts/support/sbom'

const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), purl: z.string(), version: z.string() })),
})

it('lists what the app runs on, in CycloneDX, and nothing of its development', () => {
  const { components } = bom.parse(JSON.parse(listPackages() ?? 'null'))
  const names = components.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['payload', 'next', 'pg', 'hono']))
  expect(names).not.toContain('vitest')
})
