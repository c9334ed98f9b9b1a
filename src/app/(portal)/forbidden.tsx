import { AccessError } from '../../portal/errors/AccessError'
import { Main } from '../../portal/shell/Main'

export default function Forbidden() {
  return (
    <Main>
      <AccessError kind="forbidden" />
    </Main>
  )
}
