import { sample } from '../../../../src/api/openapi/samples'
import { release } from '../../releases/support'
import type { TestApi } from './api'

/** What the examples of the reference are about. */
export type SampleData = {
  activationId: string
  /** Puts everything back as it was, for the next example. */
  reset: () => Promise<void>
  token: string
}

/** Sets up the product, versions, customer and licence that the examples name; the licence is active where they say. */
export async function createSampleData(api: TestApi): Promise<SampleData> {
  const files = { main: 'PK sample, 20 bytes:', sql: 'select 1;' }
  await release(api.payload, api.product.id, {
    changelog: '* Starts twice as fast',
    releasedAt: sample.released,
    summary: 'Faster',
    version: sample.version,
    ...files,
  })
  const data: SampleData = { activationId: '', reset: () => reset(api, data), token: '' }
  await data.reset()
  return data
}

async function reset(api: TestApi, data: SampleData): Promise<void> {
  const { payload } = api
  const all = { where: { id: { exists: true } } } as const
  await payload.delete({ collection: 'activations', ...all })
  await payload.delete({ collection: 'licenses', ...all })
  await payload.delete({ collection: 'customers', ...all })
  await payload.delete({
    collection: 'products',
    where: { referenceId: { not_equals: sample.product } },
  })
  await payload.delete({ collection: 'versions', where: { version: { equals: '2.0.0' } } })
  await payload.update({
    collection: 'versions',
    data: { isActive: true },
    where: { version: { equals: sample.version } },
  })
  await payload.update({
    collection: 'products',
    data: { description: null, isActive: true },
    id: api.product.id,
  })
  await payload.create({
    collection: 'customers',
    data: {
      clientId: sample.client,
      confirmedAt: sample.moment,
      email: sample.email,
      name: 'Ada Lovelace',
      password: 'a password for the sample',
    },
  })
  await api.createLicense({
    code: sample.code,
    customerId: sample.client,
    email: sample.email,
    invoice: '1001',
    parallelUses: 2,
  })
  const { body } = await api.call('POST', '/external/license/activate', {
    body: { client_name: 'Ada', license_code: sample.code, product_id: sample.product },
    headers: { 'x-api-url': `https://${sample.domain}` },
  })
  data.token = body.lic_response as string
  const { docs } = await payload.find({ collection: 'activations', limit: 1 })
  data.activationId = docs[0]?.id ?? ''
}
