import type { Customer } from '../../../payload-types'

/** What changes with a customer's photo; null when they have none. */
export function avatarVersion({ avatar }: Pick<Customer, 'avatar'>): null | string {
  return (typeof avatar === 'object' ? avatar?.id : avatar) ?? null
}
