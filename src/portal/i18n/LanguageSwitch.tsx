import { getCustomer } from '../session/customer'
import { getI18n } from './getI18n'
import { languageChoices, languageNames } from './language'
import { setLanguage } from './setLanguage'

/** The languages for visitors. A form, so that it works without JavaScript. Who is signed in chooses in the settings. */
export async function LanguageSwitch() {
  const [{ language, messages }, session] = await Promise.all([getI18n(), getCustomer()])
  if (session) return null
  return (
    <form action={setLanguage} className="mt-6">
      <fieldset className="flex justify-center gap-1">
        <legend className="sr-only">{messages.language}</legend>
        {languageChoices.map((choice) => (
          <button
            aria-pressed={choice === language}
            className="text-muted hover:text-ink aria-pressed:text-ink h-10 rounded-md px-3 text-[0.8125rem] aria-pressed:font-medium sm:h-8"
            key={choice}
            lang={choice}
            name="language"
            type="submit"
            value={choice}
          >
            {languageNames[choice]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
