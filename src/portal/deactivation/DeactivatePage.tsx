import { notFound, redirect } from 'next/navigation'

import { canDeactivateActivations } from '../../../access/canDeactivateActivations'
import { forbid } from '../actions/forbid'
import { installationName } from '../activations/installationName'
import { Card } from '../components/ui/Card'
import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import { findActivation } from '../queries/findActivation'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { deactivatePath, paths } from '../shell/paths'
import { DeactivateForm } from './DeactivateForm'

/** Asks before an installation is deactivated, where the dialog cannot: without JavaScript. */
export async function DeactivatePage({ id }: { id: string }) {
  const { pages, req } = await openPage(deactivatePath(id), 'activations')
  if (!(await canDeactivateActivations(req))) forbid()
  const [activation, { messages }] = await Promise.all([findActivation(req, id), getI18n()])
  if (!activation) notFound()
  if (activation.state === 'inactive') redirect(`${paths.activations}?deactivated=${activation.id}`)

  const texts = messages.deactivate
  const installation = installationName(activation, messages.activations.unnamed)
  return (
    <div className="mx-auto max-w-xl">
      <PageFrame pages={pages} title={fill(texts.heading, { installation })}>
        <Card className="p-6">
          <div className="text-muted grid gap-2 leading-6">
            <p>{texts.body}</p>
            <p>{texts.undo}</p>
          </div>
          <DeactivateForm candidate={{ id: activation.id, installation }} />
        </Card>
      </PageFrame>
    </div>
  )
}
