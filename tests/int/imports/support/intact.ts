import { expect } from 'vitest'

import { expectNoTransaction, queryOf } from '../../../support/intact'
import type { ImportDesk } from './desk'

/**
 * Nobody holds a transaction, and the log has one line for each customer that was brought in, one more for each that was forgotten since, and none
 * for a row that is not there.
 */
export async function expectIntact({ test }: ImportDesk): Promise<void> {
  const query = queryOf(test.databaseUrl)
  await expectNoTransaction(query)
  expect(
    await query(
      `select id, lines from customers c
       full join (
         select subject_id::uuid as id, array_agg(event::text order by event::text) as lines
         from activity_log where event::text like 'customer.%' group by subject_id
       ) g using (id)
       where lines is distinct from
         case when c.email is null then array['customer.created', 'customer.deleted'] else array['customer.created'] end
       limit 10`,
    ),
  ).toEqual([])
}
