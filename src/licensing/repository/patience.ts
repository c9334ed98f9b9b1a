import type pg from 'pg'

import { watchOpen } from '../../async/watchOpen'

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
 * Ends questions that get no answer: a connection that is half dead gives none, and no error either. The pool then closes it. node-postgres' own `query_timeout`
 * sets a timer for each question, see `watchOpen`.
 *
 * @param patienceMs how long an answer is waited for, from when the question has a connection; it may be two seconds more
 */
export function createPatience(patienceMs: number): Patience {
  const open = watchOpen<Question>(lookEveryMs, (question, now) => {
    const { callback } = question.query as unknown as Asked
    // Without one it waits for a connection, which the pool ends.
    if (!callback) return
    question.sentAt ??= now
    if (now - question.sentAt >= patienceMs) giveUp(question.query, callback)
  })

  return {
    wait: async (query, answer) => {
      const question: Question = { query }
      open.add(question)
      try {
        return await answer
      } finally {
        open.remove(question)
      }
    },
  }
}

function giveUp(query: pg.Query, callback: Callback): void {
  // The answer may still come.
  Object.assign(query, { callback: () => undefined })
  callback(new Error('Query read timeout'))
}
