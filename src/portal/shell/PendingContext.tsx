'use client'

import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'

/** Below this, a change of page needs no sign that something is going on. */
const patience = 180

type PendingState = {
  begin: (path: string) => void
  end: () => void
  /** Path that is being loaded, once it takes long enough to show. */
  target: null | string
}

const PendingContext = createContext<null | PendingState>(null)

/** Knows which page is on its way while the one before it is still shown. */
export function PendingProvider({ children }: { children: ReactNode }) {
  const [path, setPath] = useState<null | string>(null)
  const [target, setTarget] = useState<null | string>(null)

  useEffect(() => {
    if (!path) return
    const timer = setTimeout(() => setTarget(path), patience)
    return () => {
      clearTimeout(timer)
      setTarget(null)
    }
  }, [path])

  const end = useCallback(() => setPath(null), [])
  const value = useMemo(() => ({ begin: setPath, end, target }), [end, target])
  return <PendingContext value={value}>{children}</PendingContext>
}

/** The path that is being loaded, or null. */
export function usePendingTarget(): null | string {
  return use(PendingContext)?.target ?? null
}

/** Reports that a page is being loaded for as long as it is. */
export function useReportPending(isPending: boolean, href: string): void {
  const begin = use(PendingContext)?.begin
  const end = use(PendingContext)?.end

  useEffect(() => {
    if (!isPending || !begin || !end) return
    begin(href.split('?')[0] ?? href)
    return end
  }, [begin, end, href, isPending])
}
