import { paths } from '../shell/paths'

/** The tabs of the account settings, each a page of its own. */
export const settingsTabs = [
  'profile',
  'email',
  'security',
  'connected',
  'sessions',
  'history',
  'data',
] as const

export type SettingsTab = (typeof settingsTabs)[number]

/** The address of a tab. */
export function settingsPath(tab: SettingsTab): string {
  return tab === 'profile' ? paths.settings : `${paths.settings}/${tab}`
}
