import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'

import { transform } from 'esbuild'

import type { Given } from './life'

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * Builds the client as its package is built, with the life of an installation beside it.
 *
 * @param folder where to
 * @param report what `main.js` does with the outcome, as JavaScript that has it as `outcome`
 */
export async function buildLife(folder: string, given: Given, report: string): Promise<void> {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const project = path.join(root, 'packages/client')
  const outDir = path.join(folder, 'client')
  const environment = { ...process.env, NODE_OPTIONS: '' }
  await promisify(execFile)(process.execPath, [tsc, '-p', project, '--outDir', outDir], {
    env: environment,
  })
  const source = await readFile(path.join(import.meta.dirname, 'life.ts'), 'utf8')
  const { code } = await transform(source, { format: 'esm', loader: 'ts', target: 'es2022' })
  await writeFile(path.join(folder, 'life.js'), code)
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(
    path.join(folder, 'main.js'),
    `import * as client from './client/index.js'
import { live } from './life.js'
const outcome = JSON.stringify(await live(client, ${JSON.stringify(given)}).catch((error) => ({ failed: String(error.stack) })))
${report}
`,
  )
}

/** The address of an API at which nobody is: it was somebody's a moment ago. */
export async function nowhere(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}/api`
}
