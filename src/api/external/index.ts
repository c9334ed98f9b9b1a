import { Hono } from 'hono'

import { requireKey } from '../auth/requireKey'
import { connectionCheck } from '../connectionCheck'
import type { ApiEnv } from '../types'
import { activate } from './activate'
import { check } from './check'
import { deactivate } from './deactivate'
import { verify } from './verify'

/** The calls of installed client software. */
export function externalApi(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .use(requireKey('external'))
    .get('/connection-check', connectionCheck)
    .post('/license/activate', activate)
    .post('/license/verify', verify)
    .post('/license/deactivate', deactivate)
    .post('/license/check', check)
}
