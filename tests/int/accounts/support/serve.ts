import { serve } from '@hono/node-server'
import { createLocalReq, getPayload, handleEndpoints } from 'payload'

import config from '../../../../payload.config'
import { completeSecondFactor } from '../../../../src/accounts/login/completeSecondFactor'
import { startWorker } from '../../../../src/jobs/worker'

/**
 * Serves Payload's API in a process of its own, with the worker of jobs beside it unless `WORKER=off`, and tells its port to the one that
 * started it. `POST /second-factor` is what the portal's form for codes does.
 */
const payload = await getPayload({ config })

async function answer(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== '/second-factor')
    return handleEndpoints({ config, request })
  const { code, token } = (await request.json()) as { code: unknown; token: unknown }
  const req = await createLocalReq({ req: { headers: request.headers } }, payload)
  const { outcome } = await completeSecondFactor(req, { code, deviceToken: null, token })
  return Response.json({ outcome })
}

serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port))
if (process.env.WORKER !== 'off') startWorker(payload, { everyMs: 200 })
process.on('disconnect', () => process.exit(0))
