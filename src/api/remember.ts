import type { MaybePromise } from '../async/whenKnown'

export type Remembered<T> = {
  /** Reads anew at the next call. */
  forget: () => void
  /** What is remembered, at once; else a promise of it. */
  read: () => MaybePromise<T>
}

/** Reads something at most once in a while, whoever asks. A reading that failed is not kept. */
export function remember<T>(read: () => Promise<T>, memoryMs: number): Remembered<T> {
  let current: null | Promise<T> = null
  let known: { value: T } | null = null
  let until = 0
  const forget = () => {
    current = null
    known = null
  }
  return {
    forget,
    read: () => {
      if (current && Date.now() < until) return known ? known.value : current
      const reading = read()
      forget()
      current = reading
      until = Date.now() + memoryMs
      reading.then(
        (value) => {
          if (current === reading) known = { value }
        },
        () => {
          if (current === reading) forget()
        },
      )
      return reading
    },
  }
}
