/** What a site's policy depends on. */
export type Site = {
  /** Whether a host has pages of its own beside the portal's, whose scripts may have no nonce. */
  hasOtherPages?: boolean
  /** False where a host has switched the portal off: then none of its pages are ours. */
  hasPortal?: boolean
  isDevelopment: boolean
  /** Whether browsers reach the site over https. */
  isHttps: boolean
}

/**
 * The policy of a page whose scripts carry a nonce. An injected script does not know the nonce and does not run; nothing may frame
 * the page.
 *
 * @param nonce fresh for every answer
 */
export function pagePolicy(nonce: string, { isDevelopment, isHttps }: Site): string {
  return policy({
    'default-src': "'self'",
    // Google's CAPTCHA is loaded by a script of ours, which may load others; the host names are for browsers without strict-dynamic.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic' ${captchaHosts}${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // React writes style attributes through the DOM, which no policy forbids, so that pages need none of 'unsafe-inline'. Next's
    // error overlay in development brings its own styles, without a nonce.
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // The settings may name a logo on any site.
    'img-src': "'self' data: blob: https:",
    'font-src': "'self'",
    'connect-src': isDevelopment ? "'self' ws: wss:" : "'self'",
    'form-action': "'self'",
    'frame-src': `'self' ${captchaHosts} https://recaptcha.google.com/recaptcha/`,
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    ...(isHttps ? { 'upgrade-insecure-requests': '' } : {}),
  })
}

/** The policy of Payload's admin panel, which needs inline scripts and styles and frames pages of the site in its live preview. */
export const adminPolicy = policy({
  'object-src': "'none'",
  'base-uri': "'self'",
  'frame-ancestors': "'self'",
})

/** The policy of data: an answer that a browser is made to show as a page does nothing at all. */
export const dataPolicy = policy({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
})

/** @see https://developers.google.com/recaptcha/docs/faq#im-using-content-security-policy-csp-on-my-website.-how-can-i-configure-it-to-work-with-recaptcha */
const captchaHosts = 'https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/'

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}
