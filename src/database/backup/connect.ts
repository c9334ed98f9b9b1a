import pg from 'pg'

/** Opens a connection whose loss fails the next statement and does not end the process. */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  return client
}
