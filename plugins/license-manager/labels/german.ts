import { activity } from './german/activity'
import { catalogue } from './german/catalogue'
import { customers } from './german/customers'
import { licensingApi } from './german/licensingApi'
import { settings } from './german/settings'

/** The German of every English text that the plugin's collections and settings show in the admin panel. */
export const german: Readonly<Record<string, string>> = {
  ...activity,
  ...catalogue,
  ...customers,
  ...licensingApi,
  ...settings,
}
