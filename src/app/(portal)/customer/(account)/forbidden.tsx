import { AccessError } from '../../../../portal/errors/AccessError'

export default function Forbidden() {
  return <AccessError kind="forbidden" />
}
