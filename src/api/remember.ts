export type Remembered<T> = {
  /** Reads anew at the next call. */
  forget: () => void
  read: () => Promise<T>
}

/** Reads something at most once in a while, whoever asks. A reading that failed is not kept. */
export function remember<T>(read: () => Promise<T>, memoryMs: number): Remembered<T> {
  let current: null | Promise<T> = null
  let until = 0
  return {
    forget: () => {
      current = null
    },
    read: () => {
      if (current && Date.now() < until) return current
      const reading = read()
      reading.catch(() => {
        if (current === reading) current = null
      })
      current = reading
      until = Date.now() + memoryMs
      return reading
    },
  }
}
