import { randomBytes } from 'node:crypto'

import pg from 'pg'

import { runOn } from './cluster'

/** A database without tables, and a connection to it. */
export type EmptyDatabase = {
  close: () => Promise<void>
  database: pg.Client
  name: string
  url: string
}

/** Makes one for a host of a test, which must close it when nothing else is connected any more. */
export async function openEmptyDatabase(): Promise<EmptyDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const server = process.env.TEST_DATABASE_SERVER ?? ''
  const url = new URL(server)
  url.pathname = `/${name}`
  await runOn(server, `create database ${name}`)
  const database = new pg.Client({ connectionString: url.href })
  await database.connect()
  return {
    close: async () => {
      await database.end()
      await runOn(server, `drop database if exists ${name} with (force)`)
    },
    database,
    name,
    url: url.href,
  }
}
