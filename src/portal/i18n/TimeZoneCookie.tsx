'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { portalBase } from '../../http/portalPath'
import { timeZoneCookie } from './timeZone'

const year = 365 * 24 * 60 * 60

/** Leaves the browser's time zone in a cookie and has the page rendered again when the server did not know it yet. */
export function TimeZoneCookie() {
  const router = useRouter()

  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    const cookie = `${timeZoneCookie}=${encodeURIComponent(timeZone)}`
    if (hasCookie(cookie)) return
    document.cookie = `${cookie}; Max-Age=${year}; Path=${portalBase()}; SameSite=Lax`
    if (hasCookie(cookie)) router.refresh()
  }, [router])

  return null
}

function hasCookie(cookie: string): boolean {
  return document.cookie.split('; ').includes(cookie)
}
