import ForbiddenPage from '../../../src/app/(portal)/forbidden'
import { PortalFrame } from '../../../src/portal/shell/frame/PortalFrame'

/** For a route file `forbidden.tsx` beside the portal's pages. */
export function Forbidden() {
  return (
    <PortalFrame>
      <ForbiddenPage />
    </PortalFrame>
  )
}
