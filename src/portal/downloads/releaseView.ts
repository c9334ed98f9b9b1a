import type { I18n } from '../i18n/getI18n'
import type { FileRow, ReleaseRow } from '../queries/findReleases'

/** What the browser is given of a version: what is shown, with the date and the sizes that only the server writes. */
export type ReleaseView = Pick<ReleaseRow, 'id' | 'summary' | 'version'> & {
  files: (Omit<FileRow, 'size'> & { size: string })[]
  released: { dateTime: string; text: string }
}

/** A version as pages show it. */
export function releaseView(release: ReleaseRow, { format }: I18n): ReleaseView {
  const { files, id, releasedAt, summary, version } = release
  const dateTime = releasedAt.toISOString()
  return {
    files: files.map((file) => ({ ...file, size: format.bytes(file.size) })),
    id,
    released: { dateTime, text: format.date(dateTime) ?? '' },
    summary,
    version,
  }
}
