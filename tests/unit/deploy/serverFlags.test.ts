import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

import { serverFlags } from '../../../bench/support/serverFlags'

const root = path.resolve(import.meta.dirname, '../../..')

it.each(['Dockerfile', 'deploy/license-manager.service'])(
  '%s starts the server as it was measured',
  (file) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toContain(serverFlags.join(' '))
  },
)
