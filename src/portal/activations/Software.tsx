import { fill } from '../../text/fill'
import type { I18n } from '../i18n/getI18n'
import { describeUserAgent } from '../../http/describeUserAgent'

type SoftwareProps = { i18n: I18n; userAgent: null | string }

/** The client software in words; what it sent stands in the tooltip. */
export function Software({ i18n: { messages }, userAgent }: SoftwareProps) {
  const description = describeUserAgent(userAgent)
  if (!description) return <span className="text-muted">—</span>
  const { software, system } = description
  return (
    <span className="rows:wrap-break-word wrap-anywhere" title={userAgent ?? undefined}>
      {system ? fill(messages.activations.on, { software, system }) : software}
    </span>
  )
}
