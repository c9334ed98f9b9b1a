import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

import type { Host } from './host'
import type { LicensingApi } from './licensingApi'

/** Software activates and verifies, and the host's hooks are asked and told. */
export async function checkActivations(
  { license }: LicensingApi,
  { notes, origin, portal }: Host,
  code: string,
): Promise<void> {
  const noted = () => readFileSync(notes, 'utf8')
  const refused = await license('activate', 'refused', code)
  assert.deepEqual([refused.is_active, refused.code], [false, 'blocked'], 'beforeActivate refuses')

  const activated = await license('activate', 'one', code)
  assert.equal(activated.is_active, true, 'an error of afterActivate changes nothing')
  assert.ok(noted().includes(`activated one.example.com ${code}`), 'afterActivate is told')
  const full = await license('activate', 'two', code)
  assert.deepEqual([full.is_active, full.code], [false, 'limit_reached'], 'the limit holds')
  assert.ok(
    full.manage_url?.startsWith(`${origin}${portal}/free-slot?token=`),
    full.manage_url ?? '',
  )

  const verified = await license('verify', 'one', code)
  assert.deepEqual([verified.is_active, verified.motd], [true, 'Hello'], 'verifyResponse adds')
  const unverified = await license('verify', 'unverified', code)
  assert.deepEqual([unverified.is_active, unverified.code], [false, 'blocked'])

  await checkPreflight(origin)
  await license('deactivate', 'one', code)
  assert.ok(noted().includes('deactivated by the client'), 'afterDeactivate is told')
  assert.equal((await license('activate', 'one', code)).is_active, true)
}

/** Software that runs in browsers may call from any site. */
async function checkPreflight(origin: string): Promise<void> {
  const preflight = await fetch(`${origin}/api/external/license/verify`, {
    headers: {
      'access-control-request-headers': 'x-api-key',
      'access-control-request-method': 'POST',
      origin: 'https://elsewhere.example',
    },
    method: 'OPTIONS',
  })
  assert.equal(preflight.status, 204)
  assert.equal(preflight.headers.get('access-control-allow-origin'), '*')
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /x-api-key/i)
}
