'use client'

type NonceStyleProps = {
  css: string
  /** Of the answer that brings the style. */
  nonce: string | undefined
}

/**
 * A style element that the policy of the visitor's document lets count. Each answer has a nonce of its own, but who goes from page to page stays in
 * the document of the first.
 */
export function NonceStyle({ css, nonce }: NonceStyleProps) {
  return (
    <style nonce={nonceOfDocument() ?? nonce} suppressHydrationWarning>
      {css}
    </style>
  )
}

function nonceOfDocument(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
}
