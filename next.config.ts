import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const root = path.dirname(fileURLToPath(import.meta.url))

// For a host without src/server.ts, whose headers have a nonce as well. What is here that server does not send again.
const headers = [
  header('/:path*', 'X-Content-Type-Options', 'nosniff'),
  header('/:path*', 'Referrer-Policy', 'same-origin'),
  header('/:path*', 'X-Frame-Options', 'DENY'),
  header('/admin/:path*', 'X-Frame-Options', 'SAMEORIGIN'),
  header('/api/:path*', 'Referrer-Policy', 'no-referrer'),
]

const nextConfig: NextConfig = {
  experimental: {
    // The portal answers 403 with Next's forbidden().
    authInterrupts: true,
    // Customers' photos are sent through a server action: 5 MB and what multipart adds.
    serverActions: { bodySizeLimit: '6mb' },
  },
  headers: async () => headers,
  outputFileTracingRoot: root,
  poweredByHeader: false,
  redirects: async () => [{ destination: '/customer', permanent: false, source: '/' }],
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

function header(source: string, key: string, value: string) {
  return { headers: [{ key, value }], source }
}
