import type { Config, GlobalConfig, Plugin, Tab } from 'payload'

import { overrideCollection } from '../../src/overrides/overrideCollection'
import { refuseSharedTables, underSlug } from '../../src/slugs/tables'
import { captchaChallenges } from './challenges'
import { captchaFields } from './fields'
import { type CaptchaOptions, ownSlugs, sanitizeOptions } from './options'

export { getCaptchaChallenge } from './getCaptchaChallenge'
export type { CaptchaOptions } from './options'
export type {
  CaptchaChallenge,
  CaptchaForm,
  CaptchaProvider,
  CaptchaResponse,
  MathOperator,
} from './types'
export { type CaptchaResult, verifyCaptcha } from './verifyCaptcha'

/** Adds a CAPTCHA to an app: its settings to a global, and the collection that makes challenges work once. */
export const captcha =
  (incomingOptions: CaptchaOptions): Plugin =>
  (config: Config): Config => {
    const options = sanitizeOptions(incomingOptions)
    refuseSharedTables('captcha', ownSlugs, config)
    const challenges = underSlug(
      overrideCollection('captcha', captchaChallenges, incomingOptions),
      options.slugs['captcha-challenges'],
    )
    return {
      ...config,
      collections: [...(config.collections ?? []), challenges],
      custom: { ...config.custom, captcha: options },
      globals: config.globals?.map((global) =>
        global.slug === options.global ? withFields(global, options.tab) : global,
      ),
    }
  }

function withFields(global: GlobalConfig, label: string): GlobalConfig {
  let isPlaced = false
  const fields = global.fields.map((field) => {
    if (field.type !== 'tabs') return field
    const tabs = field.tabs.map((tab) => {
      if (isPlaced || !isLabelled(tab, label)) return tab
      isPlaced = true
      return { ...tab, fields: [...tab.fields, ...captchaFields] }
    })
    return { ...field, tabs }
  })
  return { ...global, fields: isPlaced ? fields : [...fields, ...captchaFields] }
}

/** A label may be in several languages; any of them names the tab. */
function isLabelled({ label }: Tab, text: string): boolean {
  return typeof label === 'object' ? Object.values(label).includes(text) : label === text
}
