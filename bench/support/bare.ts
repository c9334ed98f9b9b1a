import { createServer } from 'node:http'

import pg from 'pg'

/**
 * What everything is measured against: `node:http` and `pg`, nothing else. `/verify` is one indexed query; `/activate` and
 * `/deactivate` run the statements of an activation and a deactivation in a transaction, without deciding anything.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 })

type Body = { code?: string; domain?: string; id?: string; license?: string; product?: string }

const handlers: Record<string, (body: Body) => Promise<unknown>> = {
  '/activate': activate,
  '/deactivate': deactivate,
  '/verify': verify,
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Body
    void handlers[request.url ?? '']?.(body).then(
      (answer) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(answer))
      },
      () => response.writeHead(500).end('{}'),
    )
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))

async function verify({ id }: Body): Promise<unknown> {
  const { rows } = await pool.query(
    'select id, license_id, domain, is_active from activations where id = $1',
    [id],
  )
  return { data: null, is_active: rows.length === 1, message: 'Verified.' }
}

async function activate({ code, domain, license, product }: Body): Promise<unknown> {
  await pool.query('select id, code, product_id from licenses where code_key = $1', [code])
  return inTransaction(async (client) => {
    await client.query('select id from licenses where id = $1 for update', [license])
    await client.query('select id, code, expires_at, is_valid from licenses where id = $1', [
      license,
    ])
    await client.query(
      'select 1 from activations where license_id = $1 and is_valid = false and domain = $2 limit 1',
      [license, domain],
    )
    await client.query(
      'select id from activations where license_id = $1 and is_active and domain = $2 limit 1',
      [license, domain],
    )
    const { rows } = await client.query<{ id: string }>(
      `insert into activations (license_id, product_id, license_code, domain, environment, activated_at, last_seen_at, is_active, is_valid)
       values ($1, $2, $3, $4, 'production', now(), now(), true, true) returning id`,
      [license, product, code, domain],
    )
    return { is_active: true, lic_response: rows[0]?.id, message: 'Activated.' }
  })
}

async function deactivate({ id, license }: Body): Promise<unknown> {
  await pool.query('select id, license_id, is_active from activations where id = $1', [id])
  return inTransaction(async (client) => {
    await client.query('select id from licenses where id = $1 for update', [license])
    await client.query(
      `update activations set is_active = false, deactivated_at = now(), deactivated_by = 'client'
       where id = $1 and is_active returning id`,
      [id],
    )
    return { is_active: true, message: 'Deactivated.' }
  })
}

async function inTransaction<T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('lock_timeout', '4s', true)")
    const result = await run(client)
    await client.query('commit')
    return result
  } finally {
    client.release()
  }
}
