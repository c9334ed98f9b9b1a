'use client'

import { LoadError } from '../../../portal/errors/LoadError'
import { Main } from '../../../portal/shell/Main'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <Main>
      <LoadError reset={reset} />
    </Main>
  )
}
