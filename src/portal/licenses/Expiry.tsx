import type { ExpiryView } from './licenseView'

/** The last day of a licence, or in words when it has none. */
export function Expiry({ dateTime, isNever, text }: ExpiryView) {
  if (dateTime) return <time dateTime={dateTime}>{text}</time>
  return isNever ? <span className="text-muted">{text}</span> : text
}
