import { FileDown } from '../components/icons'

import { fill } from '../../text/fill'
import { installationName } from '../activations/installationName'
import { Button } from '../components/ui/Button'
import { inputStyles } from '../components/ui/Field'
import { getI18n } from '../i18n/getI18n'
import type { Messages } from '../messages/languages'
import type { BindableActivation } from '../queries/findBindable'
import { certificatePath } from '../shell/paths'

type CertificateFormProps = {
  activations: BindableActivation[]
  /** Whether there are further ones that are not in the list. */
  hasMore: boolean
  /** The licence. */
  id: string
}

/** Asks for which installation the certificate is. A plain form that the file is the answer to: the page stays as it is, with scripts or without. */
export async function CertificateForm({ activations, hasMore, id }: CertificateFormProps) {
  const { format, messages } = await getI18n()
  const texts = messages.licenses
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
          {activations.map((activation) => (
            <option key={activation.id} value={activation.id}>
              {nameOf(activation, messages)}
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
        {hasMore &&
          ` ${fill(texts.certificateForLatest, { count: format.number(activations.length) })}`}
      </p>
    </form>
  )
}

/** An installation as the list of activations shows it, in one line. */
function nameOf(activation: BindableActivation, { activations: texts }: Messages): string {
  const { domain, fingerprint, name } = activation
  return [
    installationName(activation, texts.unnamed),
    name && domain,
    fingerprint && fill(texts.device, { fingerprint }),
  ]
    .filter(Boolean)
    .join(' · ')
}
