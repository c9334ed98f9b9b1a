import NotFoundPage from '../../../src/app/(portal)/not-found'
import { PortalFrame } from '../../../src/portal/shell/frame/PortalFrame'

/** For a route file `not-found.tsx` beside the portal's pages. */
export function NotFound() {
  return (
    <PortalFrame>
      <NotFoundPage />
    </PortalFrame>
  )
}
