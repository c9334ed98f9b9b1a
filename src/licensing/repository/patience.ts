import type pg from 'pg'

type Question = { askedAt: number; query: pg.Query }

/** What node-postgres calls with the answer: set when the question has a connection. */
type Callback = (error: Error) => void

/** Waits for answers, but not for ever. */
export type Patience = {
  /** Waits for the answer to a question, which the caller asks. */
  wait: <T>(query: pg.Query, answer: Promise<T>) => Promise<T>
}

const lookEveryMs = 1000

/**
 * Ends questions that get no answer: a connection that is half dead gives none, and no error either. The pool then closes it. One timer looks at
 * all questions. With `query_timeout`, which sets one for each, answered questions are kept in memory from one small garbage collection to the next,
 * which then take longer.
 *
 * @param patienceMs how long an answer is waited for, to the next second
 */
export function createPatience(patienceMs: number): Patience {
  const open: Question[] = []
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    if (open.length === 0) {
      clearInterval(timer)
      timer = undefined
      return
    }
    const now = performance.now()
    for (const { askedAt, query } of [...open]) if (now - askedAt >= patienceMs) giveUp(query)
  }

  return {
    wait: async (query, answer) => {
      const question = { askedAt: performance.now(), query }
      open.push(question)
      timer ??= setInterval(look, lookEveryMs).unref()
      try {
        return await answer
      } finally {
        const last = open.pop()
        if (last && last !== question) open[open.indexOf(question)] = last
      }
    },
  }
}

function giveUp(query: pg.Query): void {
  const asked = query as unknown as { callback?: Callback }
  const { callback } = asked
  // Without one it waits for a connection, which the pool ends.
  if (!callback) return
  // The answer may still come.
  asked.callback = () => undefined
  callback(new Error('Query read timeout'))
}
