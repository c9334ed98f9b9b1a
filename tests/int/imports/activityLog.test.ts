import { afterAll, beforeAll, expect, it } from 'vitest'

import { type ImportDesk, openImportDesk } from './support/desk'
import { csv } from './support/imports'

let desk: ImportDesk

beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())

it('the activity log says who brought a file in, whoever writes its rows', async () => {
  const { imports, payload } = desk
  await payload.create({
    collection: 'products',
    data: { name: 'Ledger', referenceId: 'LEDGER' },
  })
  await imports.run(csv('code,product', 'LOGGED-1,LEDGER'), { kind: 'licenses' })
  const { docs } = await payload.find({
    collection: 'activity-log',
    where: { label: { equals: 'LOGGED-1' } },
  })
  expect(docs).toMatchObject([
    { actorKind: 'admin', actorLabel: 'admin@example.com', event: 'license.created' },
  ])
})
