import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const root = path.dirname(fileURLToPath(import.meta.url))

const nextConfig: NextConfig = {
  experimental: {
    // The portal answers 403 with Next's forbidden().
    authInterrupts: true,
    // Customers' photos are sent through a server action: 5 MB and what multipart adds.
    serverActions: { bodySizeLimit: '6mb' },
  },
  outputFileTracingRoot: root,
  poweredByHeader: false,
  // One copy of Payload for the server and for Next; see docs/decisions/0001-one-payload-instance.md.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-postgres',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
  ],
  turbopack: { root },
  // Types are checked by a stage of `npm test`, with the tests' files.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig)
