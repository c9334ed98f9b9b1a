import type { S3ClientConfig } from '@aws-sdk/client-s3'
import { s3Storage as payloadS3 } from '@payloadcms/storage-s3'
import type { CollectionConfig, Config, Field, Plugin } from 'payload'

import { s3Storage } from './s3'
import { storageKey } from './fileStorage'
import type { StoredCollection } from './types'
import { slugOf } from '../slugs/slugOf'

const collections: readonly StoredCollection[] = ['avatars', 'release-files']

/**
 * Keeps uploads in the bucket that the environment names (`S3_BUCKET`, `S3_REGION`, `S3_ENDPOINT`, `S3_FORCE_PATH_STYLE`, `S3_ACCESS_KEY_ID`,
 * `S3_SECRET_ACCESS_KEY`; without keys those of the machine are used). To stand behind `licenseManager()`.
 *
 * @returns no plugin where none is named: files stay on the disk
 */
export function storageFromEnvironment(): Plugin[] {
  const bucket = process.env.S3_BUCKET
  if (!bucket) return []
  const config = clientConfig()
  const plugin = payloadS3({
    bucket,
    collections: Object.fromEntries(collections.map((slug) => [slugOf(slug), { prefix: slug }])),
    config,
  })
  return [
    async (incoming) => {
      // The adapter adds to the list itself.
      const providers = [...(incoming.admin?.components?.providers ?? [])]
      const extended = await plugin(incoming)
      return withoutUploadsByBrowsers(
        {
          ...extended,
          collections: extended.collections?.map(withoutColumns),
          custom: { ...extended.custom, [storageKey]: s3Storage(bucket, config) },
        },
        providers,
      )
    },
  ]
}

function clientConfig(): S3ClientConfig {
  const { S3_ACCESS_KEY_ID, S3_ENDPOINT, S3_FORCE_PATH_STYLE, S3_REGION, S3_SECRET_ACCESS_KEY } =
    process.env
  return {
    ...(S3_ACCESS_KEY_ID &&
      S3_SECRET_ACCESS_KEY && {
        credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
      }),
    ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT }),
    forcePathStyle: S3_FORCE_PATH_STYLE === 'true',
    region: S3_REGION || 'us-east-1',
    // Checksums in trailers are Amazon's own; other servers store them as if they were bytes of the file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }
}

/** What the adapter would store of a key follows from the collection: the tables stay the same with and without it. */
function withoutColumns(collection: CollectionConfig): CollectionConfig {
  if (!collections.some((slug) => slugOf(slug) === collection.slug)) return collection
  return {
    ...collection,
    fields: collection.fields.map((field) =>
      'name' in field && (field.name === 'prefix' || field.name === '_objectKey')
        ? ({ ...field, virtual: true } as Field)
        : field,
    ),
  }
}

/** The adapter adds components for uploads from the browser to the bucket, which are not used: files are checked here first. */
function withoutUploadsByBrowsers(config: Config, providers: Providers): Config {
  const { dependencies = {}, ...admin } = config.admin ?? {}
  const kept = Object.entries(dependencies).filter(([name]) => !name.includes('storage-s3'))
  return {
    ...config,
    admin: {
      ...admin,
      components: { ...admin.components, providers },
      dependencies: Object.fromEntries(kept),
    },
  }
}

type Providers = NonNullable<NonNullable<NonNullable<Config['admin']>['components']>['providers']>
