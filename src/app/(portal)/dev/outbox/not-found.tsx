import { AccessError } from '../../../../portal/errors/AccessError'

export default function NotFound() {
  return (
    <main id="content">
      <AccessError kind="notFound" />
    </main>
  )
}
