import { existsSync } from 'node:fs'
import path from 'node:path'

import type { NextConfig } from 'next'

import { largePhotos } from '../../collections/Avatars/limits'
import { adminPolicy } from '../../src/server/contentSecurityPolicy'

type Webpack = { resolve: { alias?: Record<string, string> } }

const configFiles = ['payload.config.ts', 'src/payload.config.ts', 'payload.config.js']

/** What else the bundler has to leave to Node, so that the server in front of Next and Next share one Payload. */
const oneCopy = ['payload', '@payloadcms/db-postgres', '@payloadcms/drizzle', '@payloadcms/graphql']

/** What protects a page of any host without a nonce. Of forms and scripts it says nothing: a host's own may go anywhere. */
const pagePolicy = "object-src 'none'; base-uri 'self'; frame-ancestors 'none'"

/** Not data: documents of the licensing API bring stricter policies, which Next would drop for one that is set here. */
const pages = '/((?!api(?:/|$)|_next/).*)'

// For a host without the bundled server, whose headers have a nonce as well. What is here that server does not send again.
const headers = [
  header('/:path*', 'X-Content-Type-Options', 'nosniff'),
  header('/:path*', 'Referrer-Policy', 'same-origin'),
  header('/:path*', 'X-Frame-Options', 'DENY'),
  header('/admin/:path*', 'X-Frame-Options', 'SAMEORIGIN'),
  header('/api/:path*', 'Referrer-Policy', 'no-referrer'),
  withoutNonce(header(pages, 'Content-Security-Policy', pagePolicy)),
  withoutNonce(header('/admin/:path*', 'Content-Security-Policy', adminPolicy)),
]

// What the portal asks for its Payload configuration at first.
const configModule = 'payload-license-manager/config'

/**
 * Next's configuration with what the portal cannot do alone: headers that protect the pages, answers with status 403, photos of 5 MB, the address
 * at which software finds the keys of certificates, and for webpack where the app's Payload configuration is. What the host sets itself stays.
 *
 * @param options.payloadConfig the file of the Payload configuration, from the app's folder
 * @throws Error when there is no such file
 */
export function withLicenseManager(
  nextConfig: NextConfig = {},
  { payloadConfig = findPayloadConfig() }: { payloadConfig?: string } = {},
): NextConfig {
  const file = path.resolve(payloadConfig)
  if (!existsSync(file)) throw new Error(`withLicenseManager: there is no ${payloadConfig}.`)
  const { experimental, serverExternalPackages = [], turbopack } = nextConfig
  return {
    ...nextConfig,
    env: { [largePhotos]: '1', ...nextConfig.env },
    experimental: {
      ...experimental,
      authInterrupts: true,
      serverActions: { bodySizeLimit: '6mb', ...experimental?.serverActions },
    },
    headers: async () => [...headers, ...((await nextConfig.headers?.()) ?? [])],
    rewrites: () => withKeys(nextConfig.rewrites),
    serverExternalPackages: [...oneCopy, ...serverExternalPackages],
    turbopack: {
      ...turbopack,
      resolveAlias: {
        [configModule]: `./${path.relative(process.cwd(), file).split(path.sep).join('/')}`,
        ...turbopack?.resolveAlias,
      },
    },
    webpack: (config: Webpack, context) => {
      config.resolve.alias = { [configModule]: file, ...config.resolve.alias }
      return (nextConfig.webpack?.(config, context) ?? config) as Webpack
    },
  }
}

/** The public keys where software looks for them. A route file of the host's at this address comes first. */
const keys = { destination: '/api/license-keys', source: '/.well-known/license-keys.json' }

async function withKeys(rewrites: NextConfig['rewrites']) {
  const own = (await rewrites?.()) ?? []
  if (Array.isArray(own)) return [...own, keys]
  return { ...own, afterFiles: [...(own.afterFiles ?? []), keys] }
}

function findPayloadConfig(): string {
  return configFiles.find((file) => existsSync(file)) ?? 'payload.config.ts'
}

function header(source: string, key: string, value: string) {
  return { headers: [{ key, value }], source }
}

/** Not where the bundled server told Next a nonce: its own policy would give way to this one. */
function withoutNonce<Rule extends object>(rule: Rule) {
  return { ...rule, missing: [{ key: 'x-nonce', type: 'header' as const }] }
}
