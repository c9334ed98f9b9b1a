import { spawnSync } from 'node:child_process'

import { root } from './paths'

const mostBytes = 64 * 1024 * 1024

/** What is installed to run the app, with versions, licences and checksums, as CycloneDX in JSON. Null where npm does not say. */
export function listPackages(): null | string {
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const options = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--omit=dev']
  // A silent npm prints nothing at all.
  const { status, stdout } = spawnSync(program, [...first, ...options, '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: mostBytes,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return status === 0 && stdout ? stdout : null
}
