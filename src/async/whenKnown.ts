/** Something that is known already, or will be. */
export type MaybePromise<T> = Promise<T> | T

/**
 * Goes on with a value: at once where it is known, without a promise, else when it is there. For paths on which almost everything is known, and
 * where a promise for each step is most of what they cost.
 *
 * @throws what `next` throws, where the value is known
 */
export function whenKnown<T, U>(
  value: MaybePromise<T>,
  next: (value: T) => MaybePromise<U>,
): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value)
}
