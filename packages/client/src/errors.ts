/** The server cannot be reached, takes too long, or cannot answer now. Trying again later may help. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
  constructor(
    message: string,
    /** When the server said so, in seconds. */
    readonly retryAfter: null | number = null,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The server refuses the call itself: a wrong key, a missing field, an unknown product. Trying again does not help. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    message: string,
    readonly status: number,
    /** What is wrong, by field. */
    readonly errors: Record<string, string[]> = {},
  ) {
    super(message)
  }
}

/** What was downloaded is not what the server has. */
export class ChecksumError extends Error {
  override readonly name = 'ChecksumError'
}
