import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { listHref } from '../listing/listParams'
import type { LicenseDetails } from '../queries/findLicense'
import { paths } from '../shell/paths'
import type { RefusalAnswer } from './answerTo'

/** What the answers to a refusal depend on. */
export type AnswerContext = {
  canDeactivate: boolean
  license: LicenseDetails
  /** Where more licences are sold; null without. */
  renewUrl: null | string
  supportEmail: null | string
}

type RefusalAnswersProps = { answers: readonly RefusalAnswer[]; context: AnswerContext }

/** What a customer can do about a refusal with one click, as far as the settings allow it. */
export function RefusalAnswers({ answers, context }: RefusalAnswersProps) {
  if (answers.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2 empty:hidden max-sm:w-full">
      {answers.map((answer) => (
        <Answer answer={answer} context={context} key={answer} />
      ))}
    </div>
  )
}

async function Answer({ answer, context }: { answer: RefusalAnswer; context: AnswerContext }) {
  const { answer: texts } = (await getI18n()).messages.refusals
  const { canDeactivate, license, renewUrl, supportEmail } = context
  switch (answer) {
    case 'freeSlot':
      return (
        canDeactivate && (
          <Button asChild size="touch">
            <AppLink
              href={listHref(paths.activations, { filter: 'active' }, { license: license.id })}
            >
              {texts.freeSlot}
            </AppLink>
          </Button>
        )
      )
    case 'renew':
      return (
        renewUrl && (
          <Button asChild size="touch">
            <a href={renewUrl} rel="noreferrer" target="_blank">
              {texts.renew}
            </a>
          </Button>
        )
      )
    case 'seeConditions':
      return (
        <Button asChild size="touch">
          <a href="#conditions">{texts.seeConditions}</a>
        </Button>
      )
    case 'support':
      return (
        supportEmail && (
          <Button asChild size="touch">
            <a href={`mailto:${supportEmail}`}>{texts.support}</a>
          </Button>
        )
      )
  }
}
