'use client'

import { createContext, type ReactNode, use, useCallback, useState } from 'react'

const AnnouncerContext = createContext<(text: string) => void>(() => {})

/** Gives the page one place from which screen readers are told what happened. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [announcement, setAnnouncement] = useState({ text: '', turn: 0 })
  const announce = useCallback(
    (text: string) => setAnnouncement(({ turn }) => ({ text, turn: turn + 1 })),
    [],
  )

  return (
    <AnnouncerContext value={announce}>
      {children}
      <div aria-live="polite" className="sr-only" role="status">
        {/* A new element each time, so that the same words are read again. */}
        <span key={announcement.turn}>{announcement.text}</span>
      </div>
    </AnnouncerContext>
  )
}

/** A function that has screen readers say a text. */
export function useAnnounce(): (text: string) => void {
  return use(AnnouncerContext)
}
