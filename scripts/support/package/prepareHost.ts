import { cpSync, renameSync } from 'node:fs'
import path from 'node:path'

import { root } from '../paths'
import { nextProgram } from './serve'
import { runIn } from './runIn'

/**
 * What docs/plugin.md has a host do once it has the package and its files.
 *
 * @param environments of the databases to migrate. That of the members has tables of its own, and every component of the admin panel that
 *   another has.
 */
export async function prepareHost(
  folder: string,
  { members, next, own }: Record<'members' | 'next' | 'own', NodeJS.ProcessEnv>,
): Promise<void> {
  const payload = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    runIn(folder, process.execPath, ['node_modules/payload/bin.js', ...args], env)
  await payload(members, 'generate:importmap')
  await payload(next, 'generate:types')
  for (const env of [next, members]) {
    await payload(env, 'migrate:create', 'licenses')
    await payload(env, 'migrate')
  }
  await payload(own, 'migrate')
  await runIn(folder, process.execPath, ['--import', 'tsx', 'texts.ts'], next)
  await buildHost(folder, next)
}

/** Gives the host the route files that docs/plugin.md says are not needed. It is built anew with them. */
export async function addRouteFiles(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  cpSync(path.join(root, 'tests/package/routeFiles'), folder, { recursive: true })
  await buildHost(folder, env)
}

/** Gives the portal's pages a document of their own, in a route group beside that of the host's other pages. It is built anew. */
export async function addDocument(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const [from, to] = ['(frontend)', '(portal)'].map((group) =>
    path.join(folder, 'src/app', group, 'account'),
  ) as [string, string]
  cpSync(path.join(root, 'tests/package/ownDocument'), folder, { recursive: true })
  renameSync(from, to)
  await buildHost(folder, env)
}

async function buildHost(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  await runIn(folder, process.execPath, [nextProgram, 'build'], env)
}
