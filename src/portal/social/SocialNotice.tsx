import type { PayloadRequest } from 'payload'

import { providerLabel } from '../../../plugins/social-login'
import { fill } from '../../text/fill'
import { Notice } from '../components/ui/Notice'
import { getI18n } from '../i18n/getI18n'
import type { SearchParams } from '../listing/listParams'
import { oneParam } from '../listing/oneParam'
import { socialNotices } from './socialPage'

const goodNews: readonly string[] = ['alreadyLinked', 'checkMail', 'linked', 'used']

type SocialNoticeProps = { req: PayloadRequest; searchParams: SearchParams }

/** What became of a sign-in with another account, as the address says. Only texts of our own are shown. */
export async function SocialNotice({ req, searchParams }: SocialNoticeProps) {
  const asked = oneParam(searchParams.social)
  const notice = socialNotices.find((name) => name === asked)
  if (!notice) return null
  const { messages } = await getI18n()
  const provider = providerLabel(req.payload.config, oneParam(searchParams.provider))
  const isGood = goodNews.includes(notice)
  const texts = messages.social.notices
  return (
    <div className="mb-4" role={isGood ? 'status' : 'alert'}>
      <Notice tone={isGood ? 'success' : 'danger'}>
        {fill(provider ? texts[notice] : texts.unknownProvider, { provider: provider ?? '' })}
      </Notice>
    </div>
  )
}
