import pg from 'pg'
import { expect } from 'vitest'

/** Asks a database. */
export type Query = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

/** Asks by a connection of its own each time, whatever has become of the others. */
export function queryOf(url: string): Query {
  return async (text, values) => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text, values)).rows
    } finally {
      await client.end()
    }
  }
}

/** How many installations of a licence there are; of all licences where none is named. */
export async function countActive(query: Query, code: null | string = null): Promise<number> {
  const [row] = await query(
    `select count(*)::int as active from activations
     where is_active and ($1::text is null or license_code = $1)`,
    [code],
  )
  return Number(row?.active)
}

/** Each installation that was told that it is active has one activation of the licence: none is lost, none is there twice. */
export async function expectAcknowledged(
  query: Query,
  code: string,
  domains: readonly string[],
): Promise<void> {
  const rows = await query(
    `select domain, count(*)::int as activations from activations
     where is_active and license_code = $1 and domain = any($2) group by domain`,
    [code, domains],
  )
  const found = Object.fromEntries(
    rows.map(({ activations, domain }) => [String(domain), Number(activations)]),
  )
  expect(found).toEqual(Object.fromEntries(domains.map((domain) => [domain, 1])))
}

/** Nobody has more than one activation for a domain, and what is logged of activations is what became of them, once each. */
export async function expectLogged(query: Query): Promise<void> {
  expect(
    await query(
      `select license_id, domain, fingerprint, count(*)::int as activations from activations
       where is_active and domain is not null group by license_id, domain, fingerprint having count(*) > 1`,
    ),
  ).toEqual([])
  expect(
    await query(
      `select id, is_active, created, ended, deleted
       from activations a
       full join (
         select subject_id::uuid as id, count(*) filter (where event = 'activation.created')::int as created,
           (count(*) filter (where event = 'activation.deactivated')
             - count(*) filter (where event = 'activation.reactivated'))::int as ended,
           count(*) filter (where event = 'activation.deleted')::int as deleted
         from activity_log where event::text like 'activation.%' group by subject_id
       ) g using (id)
       where created is distinct from 1 or deleted is distinct from (a.license_id is null)::int
         or a.license_id is not null and ended is distinct from (not a.is_active)::int`,
    ),
  ).toEqual([])
}

/** No licence has more installations than its limit, but where the limit was lowered under them. */
export async function expectWithinLimits(query: Query): Promise<void> {
  const beyond = await query(
    `select l.code, l.parallel_uses::int as limit, count(*)::int as active
     from licenses l join activations a on a.license_id = l.id and a.is_active and a.environment = 'production'
     where not exists (select 1 from activity_log g
       where g.event = 'license.updated' and g.subject_id = l.id::text and g.details ? 'parallel_uses')
     group by l.id having count(*) > l.parallel_uses`,
  )
  expect(beyond).toEqual([])
}

/** No connection holds a transaction, soon. */
export async function expectNoTransaction(query: Query): Promise<void> {
  const open = () =>
    query(
      `select pid, state, query from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
         and (state like 'idle in transaction%' or xact_start is not null)`,
    )
  await expect.poll(open, { interval: 200, timeout: 15_000 }).toEqual([])
}

/** What must hold after a bad day: what was acknowledged is there once, no licence is beyond its limit, the log says what there is, and no transaction is open. */
export async function expectIntact(
  query: Query,
  code: string,
  acknowledged: readonly string[],
): Promise<void> {
  await expectAcknowledged(query, code, acknowledged)
  await expectWithinLimits(query)
  await expectLogged(query)
  await expectNoTransaction(query)
}

/** Somebody is told to come again, when, and nothing of why: no table, no host, no stack. */
export function expectUnavailable(answer: {
  body: unknown
  headers: Headers
  status: number
}): void {
  const { body, headers, status } = answer
  expect({ body, retryAfter: headers.get('retry-after'), status }).toEqual({
    body: {
      errors: {},
      message: 'The service is not available at the moment. Try again later.',
      status: false,
    },
    retryAfter: '5',
    status: 503,
  })
  expect(JSON.stringify([...headers])).not.toMatch(
    /postgres|pg_|activations|licenses|127\.0\.0\.1|node_modules|\.ts:/i,
  )
}
