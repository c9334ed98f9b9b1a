import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../src/licensing/types'

/**
 * The avatar of a customer, whose row is held until the end of the transaction: another upload waits.
 *
 * @returns undefined when there is no such customer
 */
export async function lockAvatarOf(
  db: Queryable,
  customer: string,
): Promise<null | string | undefined> {
  const { rows } = await db.execute(
    sql`select avatar_id from customers where id = ${customer} for update`,
  )
  return rows[0] && (rows[0].avatar_id as null | string)
}

/** The avatar of a customer as it is stored now. */
export async function findAvatarOf(db: Queryable, customer: string): Promise<null | string> {
  const { rows } = await db.execute(sql`select avatar_id from customers where id = ${customer}`)
  return (rows[0]?.avatar_id as null | string | undefined) ?? null
}

/**
 * Deletes an avatar that no customer has any more; an administrator can give one to several.
 *
 * @returns the name of its file, null when it stays
 */
export async function deleteUnusedAvatar(db: Queryable, avatar: string): Promise<null | string> {
  const { rows } = await db.execute(sql`
    delete from avatars
    where id = ${avatar} and not exists (select from customers where avatar_id = ${avatar})
    returning filename`)
  return (rows[0]?.filename as null | string | undefined) ?? null
}

/** Whether a file belongs to an avatar. */
export async function isFileInUse(db: Queryable, filename: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select from avatars where filename = ${filename}`)
  return rows.length > 0
}
