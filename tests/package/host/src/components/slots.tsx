import { headers } from 'next/headers'

export async function BeforeContent() {
  const sent = await headers()
  if (sent.get('x-fails') !== null) throw new Error('A component of the host fails')
  const host = sent.get('host')
  return (
    <p className="shop-notice shop-wide-block hidden" id="host-before">
      Before the content of {host}
    </p>
  )
}

export const AfterContent = () => <p id="host-after">After the content</p>

export const AfterEntry = () => <a href="/terms">Terms of the shop</a>
