import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import { describeUserAgent } from '../../http/describeUserAgent'

/** The client software in words; what it sent stands in the tooltip. */
export async function Software({ userAgent }: { userAgent: null | string }) {
  const { messages } = await getI18n()
  const description = describeUserAgent(userAgent)
  if (!description) return <span className="text-muted">—</span>
  const { software, system } = description
  return (
    <span className="rows:wrap-break-word wrap-anywhere" title={userAgent ?? undefined}>
      {system ? fill(messages.activations.on, { software, system }) : software}
    </span>
  )
}
