import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { openApi, type TestApi } from '../api/support/api'
import { type ServerProcess, startServer } from '../api/support/servers'
import { release } from '../releases/support'

let api: TestApi
let folder: string
let server: ServerProcess
const root = path.resolve(import.meta.dirname, '../../..')

beforeAll(async () => {
  api = await openApi()
  await release(api.payload, api.product.id, { main: 'an archive', version: '1.1.0' })
  folder = await mkdtemp(path.join(tmpdir(), 'integrate-'))
  server = await startServer(api.databaseUrl)
})
afterAll(async () => {
  await server.stop()
  await api.close()
  await rm(folder, { force: true, recursive: true })
})

const programs = { bash: 'sh', node: 'mjs', php: 'php', python3: 'py' }

async function codeOf(interpreter: string): Promise<string> {
  const text = await readFile(path.join(root, 'docs/integrate.md'), 'utf8')
  const blocks = [...text.matchAll(/^```\w+\n([^]*?)^```/gm)].map(([, code]) => code ?? '')
  const code = blocks.find((block) => block.includes(`integrate: ${interpreter}\n`))
  if (!code) throw new Error(`The document has no program for ${interpreter}.`)
  return code
}

const isInstalled = (interpreter: string) =>
  spawnSync(interpreter, ['--version'], { stdio: 'ignore' }).status === 0

async function run(interpreter: string, code: string, env: Record<string, string>) {
  const file = path.join(folder, `program.${programs[interpreter as keyof typeof programs]}`)
  await writeFile(file, code)
  // Asynchronously: what listens for it may be in this process.
  const child = spawn(interpreter, [file], { env: { ...process.env, NODE_OPTIONS: '', ...env } })
  const output: string[] = []
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()))
  child.stderr.on('data', (data: Buffer) => output.push(data.toString()))
  const status = await new Promise((resolve) => child.on('close', resolve))
  return { output: output.join(''), status }
}

it.each(Object.keys(programs))('the program for %s does what it says', async (interpreter) => {
  const code = await codeOf(interpreter)
  if (!isInstalled(interpreter)) {
    // eslint-disable-next-line no-console -- Says why nothing was tested.
    console.warn(`${interpreter} is not installed: its program in docs/integrate.md was not run.`)
    return
  }
  const license = await api.createLicense({ parallelUses: 1 })
  const env = {
    CODE: license.code,
    LICENSE_KEY: api.keys.external,
    LICENSE_URL: server.url,
    PRODUCT: 'TIDEMARK',
    SITE: `https://${interpreter}.example.com`,
  }
  const { output, status } = await run(interpreter, code, env)
  expect([status, output.trim().split('\n')]).toEqual([
    0,
    ['Activated.', 'Verified.', 'Version 1.1.0: 10 bytes', 'Deactivated.'],
  ])
  if (interpreter === 'bash') return
  const refused = await run(interpreter, code, { ...env, CODE: 'UNKNOWN' })
  expect(refused.status).not.toBe(0)
  expect(refused.output).toContain('not_found: Your license code is invalid.')
})
