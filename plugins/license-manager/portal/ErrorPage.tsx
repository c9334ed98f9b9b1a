'use client'

import LoadErrorPage from '../../../src/app/(portal)/customer/error'
import { ErrorFrame } from '../../../src/portal/shell/frame/ErrorFrame'

/** For a route file `error.tsx` beside the portal's pages. */
export function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <ErrorFrame>
      <LoadErrorPage reset={reset} />
    </ErrorFrame>
  )
}
