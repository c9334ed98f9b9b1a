import { AccessError } from '../../../portal/errors/AccessError'

export default function Forbidden() {
  return (
    <main id="content">
      <AccessError kind="forbidden" />
    </main>
  )
}
