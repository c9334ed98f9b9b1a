import { setTimeout } from 'node:timers/promises'

import { expect, test } from '@playwright/test'
import pg from 'pg'

import { startEmptyServer } from '../../support/emptyServer'

const visitors = 60
const lockedMs = 12_000

/** Each page asks for several connections, one after the other, and waits 4 seconds for each. */
test('pages that find no connection are answered with 503 within 5 seconds, and none hangs', async ({
  page,
}) => {
  const server = await startEmptyServer({ DATABASE_POOL_SIZE: '3' })
  const login = `${server.url}/customer/login`
  const lock = new pg.Client({ connectionString: server.databaseUrl })
  try {
    expect((await fetch(login)).status).toBe(200)
    await lock.connect()
    await lock.query('begin; lock table settings in access exclusive mode')
    const released = setTimeout(lockedMs).then(() => lock.query('rollback'))
    // Where an expectation fails before, the connection is gone.
    released.catch(() => undefined)
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const began = performance.now()
      const response = await fetch(server.url + path, { headers })
      const text = await response.text()
      return { ms: performance.now() - began, response, text }
    }
    const answers = await Promise.all(
      Array.from({ length: visitors }, (_, index) =>
        ask(index % 3 === 0 ? '/customer/register' : '/customer/login', { accept: 'text/html' }),
      ),
    )
    for (const { ms, response, text } of answers) {
      expect(response.status).toBe(503)
      expect(ms).toBeLessThan(5000)
      expect(response.headers.get('retry-after')).toBe('5')
      expect(text).not.toMatch(/postgres|timeout exceeded|select/i)
    }

    const answer = await page.goto(login)
    expect(answer?.status()).toBe(503)
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
    await released
    await page.getByRole('link', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  } finally {
    await lock.end()
    await server.stop()
  }
})
