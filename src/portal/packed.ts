declare const content: unique symbol

/** Values on their way to the browser, as one text. */
export type Packed<T> = string & { readonly [content]?: T }

/**
 * Makes one text of what a component that runs in the browser is given. React writes and reads props value by value, and looks for each whether it
 * was there before: for a list of rows that takes as long as rendering them.
 *
 * @param value that JSON can say: no dates, nothing undefined in lists
 */
export function pack<T>(value: T): Packed<T> {
  return JSON.stringify(value)
}
