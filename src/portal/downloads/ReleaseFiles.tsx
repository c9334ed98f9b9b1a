'use client'

import { FileDown } from '../components/icons'

import { fill } from '../../text/fill'
import { Button } from '../components/ui/Button'
import { useMessages } from '../i18n/MessagesProvider'
import { downloadPath } from '../shell/paths'
import type { ReleaseView } from './releaseView'

type ReleaseFilesProps = {
  isLatest?: boolean
  licenseId: string
  product: string
  release: ReleaseView
}

/** One version: what it is, what is new in it, and its files. */
export function ReleaseFiles({ isLatest, licenseId, product, release }: ReleaseFilesProps) {
  const { downloads: texts } = useMessages()
  const { files, released, summary, version } = release
  return (
    <div className="grid gap-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
          <span className="wrap-anywhere">{fill(texts.version, { version })}</span>
          {isLatest && <span className="text-muted text-xs font-normal">{texts.latest}</span>}
        </p>
        <p className="text-muted text-[0.8125rem] leading-5 wrap-break-word">
          <time dateTime={released.dateTime}>{released.text}</time>
          {summary && ` · ${summary}`}
        </p>
      </div>
      <ul className="grid gap-3">
        {files.map((file) => (
          <DownloadableFile
            file={file}
            href={downloadPath(licenseId, release.id, file.type)}
            key={file.type}
            label={fill(texts.downloadOf, { file: file.name, product, version })}
          />
        ))}
      </ul>
    </div>
  )
}

type DownloadableFileProps = { file: ReleaseView['files'][number]; href: string; label: string }

function DownloadableFile({ file, href, label }: DownloadableFileProps) {
  const { downloads: texts } = useMessages()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-[0.8125rem] wrap-anywhere">
          {file.name}
          <span className="text-muted ml-2 whitespace-nowrap tabular-nums">{file.size}</span>
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
