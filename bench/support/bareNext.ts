import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { freshPort, stopServer } from './shopServer'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const next = path.join(root, 'node_modules/next/dist/bin/next')

/** All of an app whose one page asks for one row by its key. */
const files = {
  'app/layout.jsx': `
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}`,
  'app/licenses/[id]/page.jsx': `
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })

export const dynamic = 'force-dynamic'

export default async function Page({ params }) {
  const { id } = await params
  const { rows } = await pool.query('select code, type, invoice from licenses where id = $1', [id])
  return <main><h1>{rows[0].code}</h1><p>{rows[0].type}</p><p>{rows[0].invoice}</p></main>
}`,
  'next.config.mjs': `
export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} } }`,
  'package.json': '{ "name": "bare", "private": true, "type": "module" }',
}

/**
 * What pages are measured against: the same Next with a page that does one indexed query and nothing else, built and started as one
 * does. In a folder of its own, which is gone after `run`.
 */
export async function withBareNext(
  database: string,
  run: (url: string) => Promise<void>,
): Promise<void> {
  mkdirSync(path.join(root, '.data'), { recursive: true })
  // Within the clone: Turbopack takes packages from nowhere but below its root.
  const folder = mkdtempSync(path.join(root, '.data/bare-next-'))
  let child: ChildProcess | undefined
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    const [status] = (await once(start(folder, database, ['build']), 'exit')) as [number | null]
    if (status !== 0) throw new Error('The bare app could not be built.')
    const port = freshPort()
    const url = `http://localhost:${port}`
    child = start(folder, database, ['start', '--hostname', '127.0.0.1', '--port', String(port)])
    await untilItAnswers(child, url)
    await run(url)
  } finally {
    if (child) await stopServer(child)
    rmSync(folder, { force: true, recursive: true })
  }
}

function start(folder: string, database: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [next, ...args], {
    cwd: folder,
    env: {
      DATABASE_URL: database,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      PATH: process.env.PATH,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) break
    const response = await fetch(url).catch(() => null)
    if (response) return
    await setTimeout(100)
  }
  throw new Error('The bare app did not start.')
}
