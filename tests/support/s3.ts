import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A server that speaks S3's protocol, on a folder of its own. */
export type S3Server = {
  close: () => Promise<void>
  environment: Record<string, string>
  /** The keys of what is stored. */
  keys: () => Promise<string[]>
}

type Instance = { close: () => Promise<void>; run: () => Promise<{ port: number }> }
type Options = {
  address: string
  configureBuckets: { name: string }[]
  directory: string
  port: number
  silent: boolean
}

// It comes without types.
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (
  options: Options,
) => Instance

const bucket = 'license-files'

/** Starts one with an empty bucket. Requests are signed with its fixed key, and refused where they are not. */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 's3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    configureBuckets: [{ name: bucket }],
    directory,
    port: 0,
    silent: true,
  })
  const { port } = await server.run()
  return {
    close: async () => {
      await server.close()
      await rm(directory, { force: true, recursive: true })
    },
    environment: {
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_BUCKET: bucket,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_FORCE_PATH_STYLE: 'true',
      S3_REGION: 'us-east-1',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    keys: async () => {
      const names = await readdir(path.join(directory, bucket), { recursive: true })
      return names
        .filter((name) => name.endsWith('._S3rver_object'))
        .map((name) => name.replace('._S3rver_object', ''))
        .sort()
    },
  }
}
