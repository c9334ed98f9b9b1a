'use client'

import { useActionState } from 'react'

import type { CustomerLanguage } from '../../../../collections/Customers/fields/language'
import { Button } from '../../components/ui/Button'
import { inputStyles } from '../../components/ui/Field'
import { languageChoices, languageNames } from '../../i18n/language'
import { useMessages } from '../../i18n/MessagesProvider'
import { type LanguageState, updateLanguage } from './updateLanguage'

type LanguageFormProps = {
  /** Null where the portal follows the browser. */
  language: CustomerLanguage | null
}

/** Changes the customer's language. With a button of its own: the page changes when it is pressed, not while choosing. */
export function LanguageForm({ language }: LanguageFormProps) {
  const { language: label, settings } = useMessages()
  const [state, action, isPending] = useActionState<LanguageState, FormData>(updateLanguage, {
    result: 'idle',
  })
  const value = language ?? ''

  return (
    <form action={action} className="grid max-w-md gap-4">
      <div className="grid gap-1.5">
        <label className="text-[0.8125rem] font-medium" htmlFor="language">
          {label}
        </label>
        <select
          className={inputStyles}
          defaultValue={value}
          id="language"
          key={value}
          name="language"
        >
          <option value="">{settings.languageAutomatic}</option>
          {languageChoices.map((choice) => (
            <option key={choice} lang={choice} value={choice}>
              {languageNames[choice]}
            </option>
          ))}
        </select>
      </div>
      <div className="flex items-center gap-3">
        <Button aria-disabled={isPending} size="touch" type="submit" variant="primary">
          {isPending ? settings.saving : settings.languageSave}
        </Button>
        <p className="text-success text-[0.8125rem]" role="status">
          {state.result === 'saved' && !isPending && settings.languageSaved}
        </p>
        <p className="text-danger text-[0.8125rem]" role="alert">
          {state.result === 'failed' && !isPending && settings.failed}
        </p>
      </div>
    </form>
  )
}
