import { inspectToken } from '../../accounts/tokens/inspectToken'
import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import { portalRequest } from '../session/request'
import { EntryFrame } from '../shell/EntryFrame'
import type { LinkKind } from './kinds'
import { LinkForm, LinkOutcome } from './LinkForm'

type LinkPageProps = { kind: LinkKind; token: string | undefined }

/** Where a mailed link leads: it says what it is for and asks. A program that opens every link of a mail uses none up. */
export async function LinkPage({ kind, token }: LinkPageProps) {
  const [{ messages }, req] = await Promise.all([getI18n(), portalRequest()])
  const found = await inspectToken(req, token, kind)
  const texts = messages.links[kind]
  if (!token || found.state !== 'good') {
    return (
      <EntryFrame intro={null} title={texts.title}>
        <LinkOutcome kind={kind} outcome={found.state === 'good' ? 'unknown' : found.state} />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame intro={fill(texts.intro, { email: found.row.email ?? '' })} title={texts.title}>
      <LinkForm kind={kind} token={token} />
    </EntryFrame>
  )
}
