import path from 'node:path'
import { Readable } from 'node:stream'

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3'

import type { FileStorage, StoredCollection } from './types'

/** Files in a bucket, at the keys that Payload's adapter gives them: the collection's slug and the name. */
export function s3Storage(bucket: string, config: S3ClientConfig): FileStorage {
  const client = new S3Client(config)
  const object = (collection: StoredCollection, filename: string) => ({
    Bucket: bucket,
    Key: path.posix.join(collection, path.posix.basename(filename)),
  })
  return {
    open: async (collection, filename) => {
      const named = object(collection, filename)
      const head = await client.send(new HeadObjectCommand(named)).catch(nullWhereGone)
      if (head === null) return null
      return {
        close: async () => undefined,
        size: head.ContentLength ?? 0,
        stream: async (range) => {
          const Range = range && `bytes=${range.start}-${range.end}`
          const { Body } = await client.send(new GetObjectCommand({ ...named, Range }))
          return Readable.toWeb(Body as Readable) as ReadableStream<Uint8Array>
        },
      }
    },
    remove: async (collection, filename) => {
      await client.send(new DeleteObjectCommand(object(collection, filename)))
    },
  }
}

function nullWhereGone(error: unknown): null {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null
  throw error
}
