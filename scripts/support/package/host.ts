import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { CommandError } from '../fail'
import { root } from '../paths'
import { runIn } from './runIn'

/** What a blank Payload app has installed, in the versions that this app is tested with. */
const installed = [
  '@payloadcms/db-postgres',
  '@payloadcms/email-nodemailer',
  '@payloadcms/next',
  '@payloadcms/storage-s3',
  '@payloadcms/translations',
  '@payloadcms/ui',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  'graphql',
  'next',
  'payload',
  'react',
  'react-dom',
  'sharp',
  'tsx',
  'typescript',
]

type Lock = { packages: Record<string, { version?: string }> }

/** Packs the package and installs it into a blank Payload app, by its tarball and nothing else of the clone. */
export async function createHost(folder: string): Promise<void> {
  cpSync(path.join(root, 'tests/package/host'), folder, { recursive: true })
  await runIn(root, 'npm', ['pack', '--silent', '--pack-destination', folder])
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (!tarball) throw new CommandError('npm pack made no tarball.')
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest(tarball), null, 2))
  await runIn(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent'])
}

function manifest(tarball: string) {
  const { packages } = JSON.parse(
    readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
  ) as Lock
  return {
    dependencies: Object.fromEntries([
      ...installed.map((name) => [name, packages[`node_modules/${name}`]?.version]),
      ['payload-license-manager', `file:${tarball}`],
    ]) as Record<string, string>,
    private: true,
    type: 'module',
  }
}
