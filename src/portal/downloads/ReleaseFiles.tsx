import { FileDown } from 'lucide-react'

import { fill } from '../../text/fill'
import { Button } from '../components/ui/Button'
import type { I18n } from '../i18n/getI18n'
import type { FileRow, ReleaseRow } from '../queries/findReleases'
import { downloadPath } from '../shell/paths'

type ReleaseFilesProps = {
  i18n: I18n
  isLatest?: boolean
  licenseId: string
  product: string
  release: ReleaseRow
}

/** One version: what it is, what is new in it, and its files. */
export function ReleaseFiles({ i18n, isLatest, licenseId, product, release }: ReleaseFilesProps) {
  const { format, messages } = i18n
  const texts = messages.downloads
  const { files, releasedAt, summary, version } = release
  const moment = releasedAt.toISOString()
  return (
    <div className="grid gap-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
          <span className="wrap-anywhere">{fill(texts.version, { version })}</span>
          {isLatest && <span className="text-muted text-xs font-normal">{texts.latest}</span>}
        </p>
        <p className="text-muted text-[0.8125rem] leading-5 wrap-break-word">
          <time dateTime={moment}>{format.date(moment)}</time>
          {summary && ` · ${summary}`}
        </p>
      </div>
      <ul className="grid gap-3">
        {files.map((file) => (
          <DownloadableFile
            file={file}
            href={downloadPath(licenseId, release.id, file.type)}
            i18n={i18n}
            key={file.type}
            label={fill(texts.downloadOf, { file: file.name, product, version })}
          />
        ))}
      </ul>
    </div>
  )
}

type DownloadableFileProps = { file: FileRow; href: string; i18n: I18n; label: string }

function DownloadableFile({ file, href, i18n, label }: DownloadableFileProps) {
  const { format, messages } = i18n
  const texts = messages.downloads
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-[0.8125rem] wrap-anywhere">
          {file.name}
          <span className="text-muted ml-2 whitespace-nowrap tabular-nums">
            {format.bytes(file.size)}
          </span>
        </p>
        {file.sha256 && (
          <p className="text-muted text-xs leading-5">
            {texts.sha256} <code className="font-mono break-all">{file.sha256}</code>
          </p>
        )}
      </div>
      <Button asChild className="max-sm:w-full" size="touch">
        <a aria-label={label} download href={href}>
          <FileDown aria-hidden />
          {texts.download}
        </a>
      </Button>
    </li>
  )
}
