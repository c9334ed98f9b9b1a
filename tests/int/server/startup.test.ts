import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

const complete = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  PAYLOAD_SECRET: 'a-secret-of-more-than-32-characters',
  SERVER_URL: 'https://licenses.example.com',
}

const nothing = { DATABASE_URL: '', PAYLOAD_SECRET: '', SERVER_URL: '' }

describe('start-up fails in production', () => {
  it('without a server URL and a secret', async () => {
    const { DATABASE_URL } = complete
    const { code, output } = await start({ DATABASE_URL })
    expect(output).toContain('Set PAYLOAD_SECRET, SERVER_URL to start the server.')
    expect(code).toBe(1)
  })

  it('without a secret, for sessions could be forged', async () => {
    const { code, output } = await start({ ...complete, PAYLOAD_SECRET: '' })
    expect(output).toContain('Set PAYLOAD_SECRET to start the server.')
    expect(code).toBe(1)
  })

  it('with a server URL that is none', async () => {
    const { code, output } = await start({ ...complete, SERVER_URL: 'licenses' })
    expect(output).toContain('SERVER_URL must be an address')
    expect(code).toBe(1)
  })
})

it('a secret that could be guessed is warned of', async () => {
  const warning = 'PAYLOAD_SECRET has only 5 characters'
  // Only what is said before the database is missed.
  expect((await start({ ...complete, PAYLOAD_SECRET: 'short' }, warning)).output).toContain(warning)
  expect((await start(complete)).output).not.toContain('PAYLOAD_SECRET has only')
})

/**
 * Starts the server as `npm start` does and waits for its end.
 *
 * @param enough ends it as soon as it has said this
 */
function start(
  environment: Record<string, string>,
  enough?: string,
): Promise<{ code: null | number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', 'src/server.ts'],
      {
        cwd: root,
        env: { ...process.env, ...nothing, APP_ROOT: root, NODE_ENV: 'production', ...environment },
      },
    )
    let output = ''
    const collect = (data: Buffer) => {
      output += data.toString()
      if (enough && output.includes(enough)) child.kill()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, output }))
  })
}
