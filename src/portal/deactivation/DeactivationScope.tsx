'use client'

import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'

import { Notice } from '../components/ui/Notice'
import { DeactivateDialog } from './DeactivateDialog'

/** An activation that somebody may want to end. */
export type Candidate = { id: string; installation: string }

const AskContext = createContext<((candidate: Candidate) => void) | null>(null)

/** A function that asks whether to deactivate an installation; null outside of a scope. */
export function useAskToDeactivate(): ((candidate: Candidate) => void) | null {
  return use(AskContext)
}

/** Around a list of activations: one dialog for all of them, and above them what became of the last one. */
export function DeactivationScope({ children }: { children: ReactNode }) {
  const [candidate, setCandidate] = useState<Candidate | null>(null)
  const [result, setResult] = useState<null | string>(null)
  const resultElement = useRef<HTMLDivElement>(null)

  // The button that had the focus is gone with the activation.
  useEffect(() => {
    if (result) resultElement.current?.focus()
  }, [result])

  const ask = useCallback((next: Candidate) => {
    setResult(null)
    setCandidate(next)
  }, [])

  return (
    <AskContext value={ask}>
      <div ref={resultElement} role="status" tabIndex={-1}>
        {result && (
          <Notice className="mb-4" tone="success">
            {result}
          </Notice>
        )}
      </div>
      {children}
      {candidate && (
        <DeactivateDialog
          candidate={candidate}
          key={candidate.id}
          onClose={() => setCandidate(null)}
          onDone={(text) => {
            setCandidate(null)
            setResult(text)
          }}
        />
      )}
    </AskContext>
  )
}
