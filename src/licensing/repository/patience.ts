import type pg from 'pg'

type Question = { query: pg.Query; sentAt?: number }

type Callback = (error: Error) => void

/** What node-postgres calls with the answer: set when the question has a connection. */
type Asked = { callback?: Callback }

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
 * @param patienceMs how long an answer is waited for, from when the question has a connection; it may be two seconds more
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
    for (const question of open) {
      const { callback } = question.query as unknown as Asked
      // Without one it waits for a connection, which the pool ends.
      if (!callback) continue
      question.sentAt ??= now
      if (now - question.sentAt >= patienceMs) giveUp(question.query, callback)
    }
  }

  return {
    wait: async (query, answer) => {
      const question: Question = { query }
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

function giveUp(query: pg.Query, callback: Callback): void {
  // The answer may still come.
  Object.assign(query, { callback: () => undefined })
  callback(new Error('Query read timeout'))
}
