import { AccessError } from '../../../../portal/errors/AccessError'

export default function NotFound() {
  return <AccessError kind="notFound" />
}
