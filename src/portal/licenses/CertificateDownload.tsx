import { FileDown } from 'lucide-react'

import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { certificatePath } from '../shell/paths'

/** Hands out the certificate with which software runs offline. */
export async function CertificateDownload({ id }: { id: string }) {
  const { messages } = await getI18n()
  const texts = messages.licenses
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 p-5 md:px-6">
      <p className="text-muted text-[0.8125rem]">{texts.certificateHint}</p>
      <Button asChild size="touch">
        <a download href={certificatePath(id)}>
          <FileDown aria-hidden />
          {texts.certificate}
        </a>
      </Button>
    </div>
  )
}
