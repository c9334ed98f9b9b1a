import type { Config } from 'payload'

/** Texts that Payload itself looks up, such as those of tabs. Components have theirs beside them. */
export const adminTranslations = {
  de: {
    licenseManager: {
      activations: 'Aktivierungen',
      activity: 'Verlauf',
      licenses: 'Lizenzen',
      logins: 'Anmeldungen',
      mails: 'Mails',
    },
  },
  en: {
    licenseManager: {
      activations: 'Activations',
      activity: 'Activity',
      licenses: 'Licenses',
      logins: 'Logins',
      mails: 'Mails',
    },
  },
}

type Translations = Record<string, Record<string, unknown>>

/** The host's translations with ours among them; where both have one, the host's wins. */
export function withTranslations(config: Config): NonNullable<Config['i18n']>['translations'] {
  const given = (config.i18n?.translations ?? {}) as Translations
  const merged: Translations = { ...given }
  for (const [language, texts] of Object.entries(adminTranslations)) {
    merged[language] = {
      ...given[language],
      licenseManager: {
        ...texts.licenseManager,
        ...(given[language]?.licenseManager as object | undefined),
      },
    }
  }
  return merged
}
