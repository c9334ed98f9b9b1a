import { setTimeout } from 'node:timers/promises'

import { expect, test } from '@playwright/test'
import pg from 'pg'

import { startEmptyServer } from '../../support/emptyServer'
import { freeze, postmasterOf } from '../../support/freeze'
import { queryOf } from '../../support/intact'
import { formsIn, multipart } from '../portal/forms'

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

test('forms that find no connection, and pages and forms while PostgreSQL is frozen, are answered with 503 within 5 seconds', async () => {
  const server = await startEmptyServer({ DATABASE_POOL_SIZE: '3' })
  const login = `${server.url}/customer/login`
  const lock = new pg.Client({ connectionString: server.databaseUrl })
  let thaw = () => undefined as void
  try {
    const [form] = formsIn(await (await fetch(login)).text(), '/customer/login')
    const values = { email: 'somebody@example.com', password: 'not the right password' }
    const { body, contentType } = multipart(
      [...(form?.hidden ?? []), ...Object.entries(values)].map(([name, value]) => ({
        name,
        value,
      })),
    )
    const headers = { accept: 'text/html', 'content-type': contentType, origin: server.url }
    const read = () => fetch(login, { headers: { accept: 'text/html' } })
    const send = () => fetch(login, { body, headers, method: 'POST', redirect: 'manual' })
    expect((await send()).status).toBe(200)

    await lock.connect()
    await lock.query('begin; lock table settings, customers in access exclusive mode')
    await Promise.all(Array.from({ length: 20 }, () => expectUnavailable(send)))
    await lock.query('rollback')
    await expect(async () => expect((await send()).status).toBe(200)).toPass({ timeout: 10_000 })

    thaw = freeze(await postmasterOf(queryOf(server.databaseUrl)))
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => expectUnavailable(index % 2 === 0 ? read : send)),
    )
    thaw()
    await expect(async () => {
      expect((await read()).status).toBe(200)
      expect((await send()).status).toBe(200)
    }).toPass({ timeout: 10_000 })
  } finally {
    thaw()
    await lock.end()
    await server.stop()
  }
})

async function expectUnavailable(ask: () => Promise<Response>): Promise<void> {
  const began = performance.now()
  const response = await ask()
  const text = await response.text()
  expect(response.status).toBe(503)
  expect(performance.now() - began).toBeLessThan(5000)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(text).not.toMatch(/postgres|timeout exceeded|select/i)
}
