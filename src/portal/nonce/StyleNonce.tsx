'use client'

import { useEffect } from 'react'

import { documentNonce } from './documentNonce'

declare global {
  var __webpack_nonce__: string | undefined
}

/** Lets components that write a style sheet of their own, as an open menu does to stop the page from scrolling, mark it as ours. */
export function StyleNonce() {
  useEffect(() => {
    // Where they look for it, whatever bundled them.
    globalThis.__webpack_nonce__ = documentNonce()
  }, [])

  return null
}
