/** The part of Google's script that is used here. */
export type Recaptcha = {
  execute?: (siteKey: string, options: { action: string }) => Promise<string>
  ready: (callback: () => void) => void
  render?: (element: HTMLElement, options: { sitekey: string }) => unknown
}

const loading = new Map<string, Promise<null | Recaptcha>>()

/**
 * Loads reCAPTCHA's script once. One that could not be loaded is tried again at the next call.
 *
 * @param nonce for the page's policy, where it asks for one
 * @returns null where it cannot be loaded
 */
export function loadRecaptcha(url: string, nonce?: string): Promise<null | Recaptcha> {
  const found = loading.get(url) ?? load(url, nonce)
  loading.set(url, found)
  return found
}

function load(url: string, nonce: string | undefined): Promise<null | Recaptcha> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    const fail = () => {
      loading.delete(url)
      script.remove()
      resolve(null)
    }
    script.async = true
    script.onerror = fail
    script.onload = () => {
      const { grecaptcha } = window as unknown as { grecaptcha?: Recaptcha }
      if (grecaptcha) grecaptcha.ready(() => resolve(grecaptcha))
      else fail()
    }
    if (nonce) script.nonce = nonce
    script.src = url
    document.head.append(script)
  })
}
