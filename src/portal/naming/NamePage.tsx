import { notFound } from 'next/navigation'

import { fill } from '../../text/fill'
import { installationName } from '../activations/installationName'
import { Card } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { findActivation } from '../queries/findActivation'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { activationNamePath, licensePath, paths } from '../shell/paths'
import { NameForm } from './NameForm'

/** Where a customer gives one of their installations a name. */
export async function NamePage({ from, id }: { from: 'license' | undefined; id: string }) {
  const { pages, req } = await openPage(activationNamePath(id, from), 'activations')
  const [activation, { messages }] = await Promise.all([findActivation(req, id), getI18n()])
  if (!activation) notFound()
  // What it is called without a name, so that one knows which it is.
  const installation = installationName({ ...activation, name: null }, messages.activations.unnamed)
  const back = from && pages.licenses ? licensePath(activation.licenseId) : paths.activations
  return (
    <div className="mx-auto max-w-xl">
      <PageFrame pages={pages} title={fill(messages.naming.heading, { installation })}>
        <Card className="p-6">
          <NameForm
            back={back}
            from={pages.licenses ? from : undefined}
            id={activation.id}
            name={activation.name ?? ''}
          />
        </Card>
      </PageFrame>
    </div>
  )
}
