'use client'

import { useEffect, useState } from 'react'

import { canBeFound, parseTerm } from '../../search/parseTerm'
import type { SearchResult } from '../../search/searchAdmin'

const pauseMs = 200

/** What is known of a search: nothing asked, too little to look for (`vague`), an answer on its way (with the last one until then), an answer, or none to be had. */
export type Search = {
  result: null | SearchResult
  retry: () => void
  state: 'done' | 'failed' | 'idle' | 'loading' | 'vague'
}

type Answer = { attempt: number; result: null | SearchResult; term: string }

/** Asks for what is typed, once typing pauses. A question that is not the latest any more is given up. */
export function useSearch(url: string, typed: string): Search {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [attempt, setAttempt] = useState(0)
  const term = typed.trim()
  const parsed = parseTerm(term)
  const isAsked = parsed !== null && canBeFound(parsed)

  useEffect(() => {
    if (!isAsked) return
    const stopped = new AbortController()
    const timer = setTimeout(
      () => {
        ask(`${url}?${new URLSearchParams({ q: term })}`, stopped.signal)
          .then((result) => setAnswer({ attempt, result, term }))
          .catch(() => {
            if (!stopped.signal.aborted) setAnswer({ attempt, result: null, term })
          })
      },
      attempt > 0 ? 0 : pauseMs,
    )
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [attempt, isAsked, term, url])

  const retry = () => setAttempt(attempt + 1)
  if (!isAsked) return { result: null, retry, state: parsed ? 'vague' : 'idle' }
  const isCurrent = answer?.term === term && answer.attempt === attempt
  if (!isCurrent) return { result: answer?.result ?? null, retry, state: 'loading' }
  return { result: answer.result, retry, state: answer.result ? 'done' : 'failed' }
}

async function ask(url: string, signal: AbortSignal): Promise<SearchResult> {
  const response = await fetch(url, { credentials: 'include', signal })
  if (!response.ok) throw new Error(`The search answered ${response.status}.`)
  return (await response.json()) as SearchResult
}
