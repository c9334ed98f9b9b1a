import './styles.css'

import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  alternates: { canonical: '/shop' },
  referrer: 'no-referrer',
  title: { default: 'Example Shop', template: '%s | Example Shop' },
}

export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <header className="shop-header">
          <Link href="/shop">The shop</Link>
          <Link href="/account/product-licenses">Your account</Link>
        </header>
        <main className="shop-content">{children}</main>
        <footer className="shop-footer">Imprint</footer>
      </body>
    </html>
  )
}
