import { redirect } from 'next/navigation'

import { Card } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { paths } from '../shell/paths'
import { avatarPaths } from './avatarPaths'
import { avatarVersion } from './avatarVersion'
import { RemoveAvatarForm } from './RemoveAvatarForm'

/** Asks before the photo is removed, where the dialog cannot: without JavaScript. */
export async function RemoveAvatarPage() {
  const { customer, pages } = await openPage(avatarPaths.remove)
  if (!avatarVersion(customer)) redirect(paths.settings)
  const { avatar } = (await getI18n()).messages
  return (
    <div className="mx-auto max-w-xl">
      <PageFrame pages={pages} title={avatar.removeHeading}>
        <Card className="p-6">
          <p className="text-muted leading-6">{avatar.removeBody}</p>
          <RemoveAvatarForm />
        </Card>
      </PageFrame>
    </div>
  )
}
