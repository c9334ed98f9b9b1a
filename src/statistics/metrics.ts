/** What is counted, by the name that it has in the table `statistics`. Buckets of those "by day" are UTC days, such as `2026-01-31`. */
export const metrics = {
  /** Bucket `active`: installations that take a slot now. */
  activations: 'activations',
  /** By the day that an installation was activated on, whether or not it was deactivated since. */
  activationsByDay: 'activationsByDay',
  /** Buckets `7`, `7before`, `30`, `30before`: refused calls of the licensing API within so many days, and as many before. */
  attempts: 'failedAttempts',
  attemptsByDay: 'failedAttemptsByDay',
  /** Of the last 30 days; buckets are the reasons. */
  attemptsByReason: 'failedAttemptsByReason',
  /** Bucket `at`: when all of these were counted, in milliseconds since 1970. */
  counted: 'counted',
  /** Buckets `total`, `confirmed`, `unconfirmed`, `disabled`: the customers there are. */
  customers: 'customers',
  /** By the day that a customer was created on; those who were deleted since do not count. */
  customersByDay: 'customersByDay',
  /** Buckets `active`, `blocked`, `expired`. */
  licenses: 'licenses',
  /** Buckets `7`, `30`, `90`: active licences that expire within so many days. */
  licensesExpiring: 'licensesExpiring',
  /** Buckets `7`, `7before`, `30`, `30before`: customers that were created within so many days, and as many before. */
  newCustomers: 'newCustomers',
} as const

export type Metric = (typeof metrics)[keyof typeof metrics]
