import { plural } from '../../../text/fill'
import type { Messages } from '../languages'

/** Texts about the files of products. */
export const downloads: Messages['downloads'] = {
  title: 'Dateien',
  intro:
    'Die neuesten Dateien, die Ihre Lizenzen umfassen. Ältere finden Sie auf der Seite der jeweiligen Lizenz.',
  version: 'Fassung {version}',
  latest: 'Neueste für diese Lizenz',
  older: plural({ one: '{count} ältere Fassung', other: '{count} ältere Fassungen' }),
  download: 'Herunterladen',
  downloadOf: 'Herunterladen: {file} von {product} {version}',
  sha256: 'SHA-256-Prüfsumme',
  none: {
    active: 'Diese Lizenz umfasst keine Fassung dieses Produkts.',
    blocked: 'Es gibt nichts herunterzuladen: Die Lizenz ist gesperrt.',
    expired: 'Es gibt nichts herunterzuladen: Die Lizenz ist abgelaufen.',
  },
  empty: 'Noch nichts herunterzuladen',
  emptyHint: 'Dateien der Produkte, für die Sie Lizenzen haben, erscheinen hier.',
}
