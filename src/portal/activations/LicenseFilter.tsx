import { codeEnding } from '../../licensing/maskCode'
import { AppLink } from '../components/AppLink'
import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'

type LicenseFilterProps = {
  code: string
  /** The same list of all licences. */
  href: string
}

/** Says that the list is of one licence only, and leads out of that. */
export async function LicenseFilter({ code, href }: LicenseFilterProps) {
  const { messages } = await getI18n()
  return (
    <p className="text-muted mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem]">
      {fill(messages.activations.ofLicense, { end: codeEnding(code) })}
      <AppLink className="text-accent rounded-sm font-medium hover:underline" href={href}>
        {messages.list.reset}
      </AppLink>
    </p>
  )
}
