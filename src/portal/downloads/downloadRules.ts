import type { Setting } from '../../../payload-types'
import type { DownloadRules } from '../../licensing/downloads'

/** What the settings let customers download, with their defaults where nothing was saved yet. */
export function downloadRules(settings: Setting): DownloadRules {
  return {
    allowed: settings.allowDownloads !== false,
    blocked: settings.blockedDownloads === true,
    expired: settings.expiredDownloads === 'none' ? 'none' : 'own',
  }
}
