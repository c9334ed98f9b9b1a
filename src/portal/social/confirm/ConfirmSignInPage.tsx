import { isOfBrowser, proofIn } from '../../../accounts/social/socialProof'
import { inspectToken } from '../../../accounts/tokens/inspectToken'
import { fill } from '../../../text/fill'
import { getI18n } from '../../i18n/getI18n'
import { portalRequest } from '../../session/request'
import { readCookie } from '../../session/setCookies'
import { EntryFrame } from '../../shell/EntryFrame'
import { ProofForm, ProofProblem } from './ProofForm'

/**
 * Where the mailed link of a sign-in with another account leads. It says what it is for and asks: a program that opens every link of a
 * mail uses none up.
 */
export async function ConfirmSignInPage({ token }: { token: string | undefined }) {
  const [{ messages }, req] = await Promise.all([getI18n(), portalRequest()])
  const { confirm } = messages.social
  const found = await inspectToken(req, token, 'socialProof')
  const proof = found.state === 'good' ? proofIn(found.row) : null
  if (!token || found.state !== 'good' || !proof) {
    return (
      <EntryFrame intro={null} title={confirm.title}>
        <ProofProblem problem="gone" />
      </EntryFrame>
    )
  }
  if (!isOfBrowser(req, found.row, await readCookie(req.payload, 'socialProof'))) {
    return (
      <EntryFrame intro={null} title={confirm.title}>
        <ProofProblem problem="otherBrowser" />
      </EntryFrame>
    )
  }
  const values = { email: proof.profile.email, provider: proof.label }
  return (
    <EntryFrame intro={fill(confirm.intro, values)} title={confirm.title}>
      <ProofForm token={token} />
    </EntryFrame>
  )
}
