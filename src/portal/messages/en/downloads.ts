import { plural } from '../../../text/fill'

/** Texts about the files of products. */
export const downloads = {
  title: 'Downloads',
  intro: 'The latest files that your licenses include. Older ones are on the page of each license.',
  version: 'Version {version}',
  latest: 'Latest for this license',
  older: plural({ one: '{count} older version', other: '{count} older versions' }),
  download: 'Download',
  downloadOf: 'Download {file} of {product} {version}',
  sha256: 'SHA-256',
  none: {
    active: 'No version of this product is included in this license.',
    blocked: 'There is nothing to download: the license is blocked.',
    expired: 'There is nothing to download: the license has expired.',
  },
  empty: 'Nothing to download yet',
  emptyHint: 'Files of the products that you have licenses for appear here.',
}
