/**
 * How long a provider is waited for: for all that is asked of it in one step, in milliseconds. With what is done before and after,
 * somebody gets an answer within 5 seconds.
 */
export const patienceMs = 4000
