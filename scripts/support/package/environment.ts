import { randomBytes } from 'node:crypto'
import path from 'node:path'

/** What a run of the host has of its own. */
export type HostRun = {
  databaseUrl: string
  /** Of the run: its mails and notes are kept apart. */
  name: string
  origin: string
  /** What the host's configuration reads. */
  switches?: Record<string, string>
}

// One for the host, as an app has it: codes, keys and sessions of one run are read in the next.
const secret = randomBytes(32).toString('hex')

const own = ['APP_ROOT', 'NODE_OPTIONS']

/** The environment of a run of the host: nothing of this app's own. */
export function environmentOf(
  folder: string,
  { databaseUrl, name, origin, switches = {} }: HostRun,
): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([key]) => !own.includes(key))
  return {
    ...Object.fromEntries(inherited),
    ...switches,
    DATABASE_URL: databaseUrl,
    HOST_NOTES: notesOf(folder, name),
    HOST_UPLOADS: uploadsOf(folder, name),
    MAIL_OUTBOX: outboxOf(folder, name),
    NODE_ENV: 'production',
    PAYLOAD_SECRET: secret,
    PORT: new URL(origin).port,
    SERVER_URL: origin,
  }
}

/** The folder of a run's mails. */
export const outboxOf = (folder: string, name: string): string =>
  path.join(folder, `outbox-${name}`)

/** The folder for files, where the host names one of its own. */
export const uploadsOf = (folder: string, name: string): string =>
  path.join(folder, `uploads-${name}`)

/** The file that the host's hooks write to in a run. */
export const notesOf = (folder: string, name: string): string => path.join(folder, `notes-${name}`)
