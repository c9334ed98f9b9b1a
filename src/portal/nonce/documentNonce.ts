/** The nonce that the page's policy lets scripts and styles run with, read in the browser. Undefined where there is no policy. */
export function documentNonce(): string | undefined {
  // Of the document, not of the latest answer: the policy of the page that was loaded holds until another is loaded.
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined
}
