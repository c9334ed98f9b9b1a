import { AccessError } from '../../../../portal/errors/AccessError'

export default function NotFound() {
  return (
    <main id="portal-content">
      <AccessError kind="notFound" />
    </main>
  )
}
