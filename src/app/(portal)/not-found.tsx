import { AccessError } from '../../portal/errors/AccessError'
import { Main } from '../../portal/shell/Main'

export default function NotFound() {
  return (
    <Main>
      <AccessError kind="notFound" />
    </Main>
  )
}
