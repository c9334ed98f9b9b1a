import type { PayloadRequest } from 'payload'
import { expect, it, vi } from 'vitest'

import type { Activation } from '../../../payload-types'
import { findBindable } from '../../../src/portal/queries/findBindable'
import { findActivations } from '../../../src/portal/queries/findActivations'
import {
  findLatestOf,
  type MostInstallations,
  toInstallations,
} from '../../../src/portal/queries/findInstallations'
import { findLicense, type LicenseDetails } from '../../../src/portal/queries/findLicense'
import { givenLicense } from './support/certificates'

/** What the page of a licence tells of its installations, with as few queries as the number of them lets it. */
const given = givenLicense()

const installations: Partial<Activation>[] = [
  { activatedAt: '2027-01-01', domain: 'first.example' },
  { activatedAt: '2027-01-05', fingerprint: 'second', isActive: false },
  { activatedAt: '2027-01-03', fingerprint: 'third', name: 'C' },
  { activatedAt: '2027-01-04', ip: '192.0.2.1' },
  { activatedAt: '2027-01-02', domain: 'refused.example', isValid: false },
]

it.each([
  ['all that there are, with one query', { bindable: 50, latest: 5 }, 1],
  ['the latest of more', { bindable: 50, latest: 4 }, 3],
  [
    'the latest of more, and the latest that a certificate can be for',
    { bindable: 1, latest: 2 },
    3,
  ],
  ['all, and some of those that a certificate can be for', { bindable: 1, latest: 5 }, 1],
])('tells %s', async (_, most, queries) => {
  for (const one of installations) await given.portal.activate(given.license, one)
  const other = await given.portal.createLicense(given.own())
  await given.portal.activate(other, { domain: 'other.example' })
  const { license, req } = await opened()
  const asks = [vi.spyOn(req.payload.db, 'find'), vi.spyOn(req.payload.db, 'count')]
  const found = await installationsOf(req, license, most)
  const asked = asks.flatMap(({ mock }) => mock.calls.map(([{ collection }]) => collection))
  expect(asked.filter((collection) => collection === 'activations')).toHaveLength(queries)
  for (const ask of asks) ask.mockRestore()

  const everything = { filter: 'all', page: 1, query: '', sort: 'newest' } as const
  const { rows, total } = await findActivations(req, { ...everything, license: given.license.id })
  expect(total).toBe(installations.length)
  expect(found).toEqual({
    bindable: await findBindable(req, given.license.id, most.bindable),
    latest: rows.slice(0, most.latest),
    total,
  })
  expect(found.bindable).not.toHaveLength(0)
})

it("tells nothing of another customer's licence", async () => {
  for (const one of installations) await given.portal.activate(given.license, one)
  const { license } = await opened()
  const stranger = await given.portal.requestOf(await given.portal.createCustomer())
  for (const most of [1, 5]) {
    expect(await installationsOf(stranger, license, { bindable: most, latest: most })).toEqual({
      bindable: [],
      latest: [],
      total: 0,
    })
  }
})

async function installationsOf(
  req: PayloadRequest,
  license: LicenseDetails,
  most: MostInstallations,
) {
  return toInstallations(req, license, await findLatestOf(req, license.id, most), most)
}

async function opened() {
  const req = await given.portal.requestOf(given.ada)
  const license = await findLicense(req, given.license.id)
  if (!license) throw new Error('The licence is not there.')
  return { license, req }
}
