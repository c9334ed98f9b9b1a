import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'

import { withLicenseManager } from './plugins/license-manager/withLicenseManager'

const root = path.dirname(fileURLToPath(import.meta.url))

export default withPayload(
  withLicenseManager(
    {
      // The server in front does it, in one go.
      compress: false,
      outputFileTracingRoot: root,
      poweredByHeader: false,
      redirects: async () => [{ destination: '/customer', permanent: false, source: '/' }],
      turbopack: { root },
      // Types are checked by a stage of `npm test`, with the tests' files.
      typescript: { ignoreBuildErrors: true },
    },
    { payloadConfig: path.join(root, 'payload.config.ts') },
  ),
)
