import type { Config, GlobalConfig, Plugin } from 'payload'

import { captchaChallenges } from './challenges'
import { captchaFields } from './fields'

export type CaptchaOptions = {
  /** Slug of the global that gets the settings. */
  global: string
  /** Label of the tab in it that gets them; without it, or where there is no such tab, they stand at the end. */
  tab?: string
}

/** Adds a CAPTCHA to an app: its settings to a global, and the collection that makes challenges work once. */
export const captcha =
  (options: CaptchaOptions): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), captchaChallenges],
    globals: config.globals?.map((global) =>
      global.slug === options.global ? withFields(global, options.tab) : global,
    ),
  })

function withFields(global: GlobalConfig, label: string | undefined): GlobalConfig {
  let isPlaced = false
  const fields = global.fields.map((field) => {
    if (field.type !== 'tabs') return field
    const tabs = field.tabs.map((tab) => {
      if (isPlaced || tab.label !== label) return tab
      isPlaced = true
      return { ...tab, fields: [...tab.fields, ...captchaFields] }
    })
    return { ...field, tabs }
  })
  return { ...global, fields: isPlaced ? fields : [...fields, ...captchaFields] }
}
