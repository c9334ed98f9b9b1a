import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import { ranksOverall } from '../depth'
import { type Metric, metrics, type Period, periods } from '../types'

const dayMs = 24 * 60 * 60 * 1000

/**
 * The query of all ranks: metric, period, product_id, rank, customer_id and figures. Tables are read once for all periods: first each
 * customer's figures of each product, then those of all products, then a list for each metric and period.
 *
 * A licence counts when it was issued, an activation when it was made, both for the licence's product. A licence is of the customer
 * whose Client ID it carries or, where it carries none, of the one whose confirmed address it has.
 *
 * @param now from when periods reach back
 * @param perProduct how many ranks each product has
 */
export function ranking(now: Date, perProduct: number): SQL {
  const lists = periods.flatMap((period) => [
    ...metrics.map((metric) => overall(metric, period)),
    // Of one product everybody has just that one.
    ofProducts('licenses', period, perProduct),
    ofProducts('activations', period, perProduct),
  ])
  return sql`
    with uses as (
      select license_id, ${each((period) => sql`${countSince('activated_at', period, now)} as ${name('uses', period)}`)}
      from activations group by license_id
    ),
    owned as (
      select c.id as customer_id, l.id, l.product_id, l.created_at
      from licenses l join customers c on c.client_id = l.customer_id
      union all
      select c.id, l.id, l.product_id, l.created_at
      from licenses l join customers c on c.email = lower(l.email) and c.confirmed_at is not null
      where l.customer_id is null
    ),
    parts as materialized (
      select o.customer_id, o.product_id,
        ${each((period) => sql`${countSince('created_at', period, now)} as ${name('licenses', period)}`)},
        ${each((period) => sql`coalesce(sum(${name('uses', period)}), 0)::bigint as ${name('activations', period)}`)}
      from owned o left join uses u on u.license_id = o.id
      group by o.customer_id, o.product_id
    ),
    wholes as materialized (
      select customer_id,
        ${each((period) => sql`sum(${name('licenses', period)})::bigint as ${name('licenses', period)}`)},
        ${each((period) => sql`count(*) filter (where ${name('licenses', period)} > 0) as ${name('products', period)}`)},
        ${each((period) => sql`sum(${name('activations', period)})::bigint as ${name('activations', period)}`)}
      from parts group by customer_id
    )
    ${sql.join(lists, sql` union all `)}`
}

/** The first of all customers. */
function overall(metric: Metric, period: Period): SQL {
  const [licenses, products, activations] = metrics.map((each) => name(each, period))
  const value = name(metric, period)
  return sql`(
    select ${metric}::text as metric, ${period}::text as period, null::uuid as product_id,
      row_number() over (order by ${value} desc, ${licenses} desc, ${products} desc, ${activations} desc, customer_id) as rank,
      customer_id, ${licenses} as licenses, ${products} as products, ${activations} as activations
    from wholes where ${value} > 0
    order by ${value} desc, ${licenses} desc, ${products} desc, ${activations} desc, customer_id
    limit ${ranksOverall}::int
  )`
}

/** The first of each product. */
function ofProducts(metric: 'activations' | 'licenses', period: Period, perProduct: number): SQL {
  const [licenses, , activations] = metrics.map((each) => name(each, period))
  const value = name(metric, period)
  return sql`(
    select ${metric}::text, ${period}::text, product_id, rank, customer_id,
      ${licenses}, (${licenses} > 0)::int::bigint, ${activations}
    from (
      select *, row_number() over (
        partition by product_id order by ${value} desc, ${licenses} desc, ${activations} desc, customer_id
      ) as rank
      from parts where ${value} > 0
    ) ordered
    where rank <= ${perProduct}::int
  )`
}

function countSince(column: string, period: Period, now: Date): SQL {
  if (period === 'all') return sql`count(*)`
  const since = new Date(now.getTime() - Number(period) * dayMs).toISOString()
  return sql`count(*) filter (where ${sql.identifier(column)} >= ${since}::timestamptz)`
}

const name = (figure: string, period: Period) => sql.identifier(`${figure}_${period}`)

const each = (column: (period: Period) => SQL) => sql.join(periods.map(column), sql`, `)
