'use client'

import { useEffect } from 'react'

/** Leaves for the provider once there is an address. */
export function useLeave(url: null | string): void {
  useEffect(() => {
    if (url) window.location.assign(url)
  }, [url])
}
