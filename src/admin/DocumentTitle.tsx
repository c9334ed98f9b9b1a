'use client'

import { useEffect } from 'react'

/** Names a view of ours in the administrator's language. Payload takes the title of a view from the config, which knows only one. */
export function DocumentTitle({ suffix = '', title }: { suffix?: string; title: string }) {
  useEffect(() => {
    document.title = `${title}${suffix}`
  })
  return null
}
