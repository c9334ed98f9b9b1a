import { notFound } from 'next/navigation'

import { transactionOf } from '../../../../collections/transaction'
import { nextChallenge } from '../../captcha/nextChallenge'
import { AppLink } from '../../components/AppLink'
import { getI18n } from '../../i18n/getI18n'
import { slotAllowance } from '../../../licensing/repository/slotAllowance'
import { portalRequest } from '../../session/request'
import { EntryFrame } from '../../shell/EntryFrame'
import { paths } from '../../shell/paths'
import { RequestForm } from './RequestForm'

/**
 * Where a customer who has lost the old machine asks for a link to free its slot, without logging in.
 *
 * @throws Next's 404 where the settings allow none
 */
export async function RequestPage() {
  const [{ messages }, req] = await Promise.all([getI18n(), portalRequest()])
  if ((await slotAllowance(await transactionOf(req))) === 0) notFound()
  const { request, title } = messages.freeSlot
  return (
    <EntryFrame intro={request.intro} title={title}>
      <RequestForm challenge={await nextChallenge(req, 'forgot')} />
      <p className="mt-6 text-center text-sm">
        <AppLink className="link" href={paths.login}>
          {request.back}
        </AppLink>
      </p>
    </EntryFrame>
  )
}
