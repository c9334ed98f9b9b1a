const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether a value from an address can be an id. The database answers anything else with an error. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}
