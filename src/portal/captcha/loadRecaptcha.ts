/** The part of Google's script that is used here. */
export type Recaptcha = {
  execute: (siteKey: string, options: { action: string }) => Promise<string>
  ready: (callback: () => void) => void
  render: (element: HTMLElement, options: { sitekey: string }) => unknown
}

const loading = new Map<string, Promise<null | Recaptcha>>()

/**
 * Loads reCAPTCHA's script once.
 *
 * @param render `explicit` for the checkbox, the site key for scores
 * @returns null where it cannot be loaded
 */
export function loadRecaptcha(scriptUrl: string, render: string): Promise<null | Recaptcha> {
  const url = `${scriptUrl}?render=${encodeURIComponent(render)}`
  const found = loading.get(url) ?? load(url)
  loading.set(url, found)
  return found
}

function load(url: string): Promise<null | Recaptcha> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.src = url
    script.async = true
    script.onerror = () => {
      loading.delete(url)
      resolve(null)
    }
    script.onload = () => {
      const { grecaptcha } = window as unknown as { grecaptcha?: Recaptcha }
      if (!grecaptcha) resolve(null)
      else grecaptcha.ready(() => resolve(grecaptcha))
    }
    document.head.append(script)
  })
}
