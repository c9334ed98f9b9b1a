import { getPayload, type Payload } from 'payload'

import { closePayload } from '../../src/database/close'

/** Runs something with a Payload of its own and closes it afterwards. The environment must be prepared before. */
export async function withPayload<T>(run: (payload: Payload) => Promise<T>): Promise<T> {
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config, disableOnInit: false })
  try {
    return await run(payload)
  } finally {
    await closePayload(payload)
  }
}
