'use client'

import { LoadError } from '../../../portal/errors/LoadError'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main id="content">
      <LoadError reset={reset} />
    </main>
  )
}
