'use client'

import { FileDown } from '../components/icons'

import { Button } from '../components/ui/Button'
import { inputStyles } from '../components/ui/Field'
import { useMessages } from '../i18n/MessagesProvider'
import { certificatePath } from '../shell/paths'

type CertificateFormProps = {
  choices: { id: string; name: string }[]
  /** The licence. */
  id: string
  /** That there are further ones, which are not in the list. Null where there are none. */
  more: null | string
}

/** Asks for which installation the certificate is. A plain form that the file is the answer to: the page stays as it is, with scripts or without. */
export function CertificateForm({ choices, id, more }: CertificateFormProps) {
  const { licenses: texts } = useMessages()
  return (
    <form
      action={certificatePath(id)}
      className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3"
      method="get"
    >
      <div className="grid min-w-0 flex-1 basis-64 gap-1.5 sm:max-w-md">
        <label className="text-[0.8125rem] font-medium" htmlFor="certificate-for">
          {texts.certificateFor}
        </label>
        <select
          aria-describedby="certificate-for-hint"
          className={inputStyles}
          defaultValue=""
          id="certificate-for"
          name="for"
        >
          <option value="">{texts.certificateForAny}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </select>
      </div>
      <Button className="max-sm:w-full" size="touch" type="submit">
        <FileDown aria-hidden />
        {texts.certificate}
      </Button>
      <p className="text-muted basis-full text-xs leading-5" id="certificate-for-hint">
        {texts.certificateForHint}
        {more && ` ${more}`}
      </p>
    </form>
  )
}
