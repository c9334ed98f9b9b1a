/** What is open for a while, looked at again and again. */
export type Watch<T> = { add: (one: T) => void; remove: (one: T) => void }

/**
 * Looks at everything that is open, with one timer for all of it. With a timer for each, what is over is kept in memory from one small garbage
 * collection to the next, which then take longer. While nothing is open there is no timer.
 *
 * @param look what to do with one; may remove it. `now` is by `performance.now()`
 */
export function watchOpen<T>(everyMs: number, look: (one: T, now: number) => void): Watch<T> {
  const open: T[] = []
  let timer: NodeJS.Timeout | undefined

  const lookAtAll = () => {
    if (open.length === 0) {
      clearInterval(timer)
      timer = undefined
      return
    }
    const now = performance.now()
    // From the end: in the place of one that is removed comes the last, which was looked at.
    for (let index = open.length - 1; index >= 0; index -= 1) look(open[index] as T, now)
  }

  return {
    add: (one) => {
      open.push(one)
      timer ??= setInterval(lookAtAll, everyMs).unref()
    },
    remove: (one) => {
      const last = open.pop()
      if (last === undefined || last === one) return
      const index = open.indexOf(one)
      if (index < 0) open.push(last)
      else open[index] = last
    },
  }
}
