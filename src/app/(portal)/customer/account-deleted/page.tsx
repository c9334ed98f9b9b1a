import { AppLink } from '../../../../portal/components/AppLink'
import { Button } from '../../../../portal/components/ui/Button'
import { getI18n } from '../../../../portal/i18n/getI18n'
import { EntryFrame } from '../../../../portal/shell/EntryFrame'
import { paths } from '../../../../portal/shell/paths'

export default async function Page() {
  const { messages } = await getI18n()
  const { deleted, deletedHeading } = messages.settings.data
  return (
    <EntryFrame intro={deleted} title={deletedHeading}>
      <Button asChild className="h-11 w-full">
        <AppLink href={paths.login}>{messages.login.submit}</AppLink>
      </Button>
    </EntryFrame>
  )
}
