import { Notice } from '../components/ui/Notice'
import { getI18n } from '../i18n/getI18n'

/**
 * Says that the licence on this page was added.
 *
 * @param result from the address
 */
export async function Claimed({ result }: { result: unknown }) {
  if (result !== 'claimed' && result !== 'own') return null
  const { messages } = await getI18n()
  return (
    <Notice className="mb-4" role="status" tone="success">
      {messages.claim[result]}
    </Notice>
  )
}
