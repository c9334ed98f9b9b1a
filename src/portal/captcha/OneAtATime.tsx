'use client'

import { useEffect, useRef } from 'react'
import { useFormStatus } from 'react-dom'

/**
 * Keeps the form around it from being sent again while it is on its way. A double click would send the same answer twice; it is good for
 * one try, and the refusal of the second would hide that the first has passed.
 */
export function OneAtATime() {
  const mark = useRef<HTMLSpanElement>(null)
  const { pending } = useFormStatus()
  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form || !pending) return
    const stop = (event: SubmitEvent) => {
      if (event.target !== form) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    // Before every listener of the form itself.
    window.addEventListener('submit', stop, { capture: true })
    return () => window.removeEventListener('submit', stop, { capture: true })
  }, [pending])
  return <span hidden ref={mark} />
}
