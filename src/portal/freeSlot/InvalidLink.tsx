import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { EntryFrame } from '../shell/EntryFrame'
import { paths } from '../shell/paths'

/** What stands where a link is forged, or has ended. */
export async function InvalidLink() {
  const texts = (await getI18n()).messages.freeSlot
  return (
    <EntryFrame intro={texts.invalidHint} title={texts.invalid}>
      <div className="grid gap-2">
        <Button asChild className="h-11 w-full" variant="primary">
          <AppLink href={paths.requestSlotLink}>{texts.again}</AppLink>
        </Button>
        <Button asChild className="h-11 w-full">
          <AppLink href={paths.login}>{texts.logIn}</AppLink>
        </Button>
      </div>
    </EntryFrame>
  )
}
