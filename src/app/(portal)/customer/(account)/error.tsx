'use client'

import { LoadError } from '../../../../portal/errors/LoadError'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return <LoadError reset={reset} />
}
