import type { CheckboxField, Config, Field, StaticLabel, Tab, TextField } from 'payload'

import { secretField } from '../../src/secrets/secretField'
import { callbackUrl } from './flow/callbackUrl'
import type { KnownProvider, SanitizedOptions } from './options'
import { builtInNames } from './providers'
import { fieldNames } from './settings'

/** The settings of the providers, as a tab. What the environment sets is shown as such and cannot be changed there. */
export function settingsTab(config: Config, { providers, tab }: SanitizedOptions): Tab {
  return {
    fields: providers
      .filter(({ provider }) => builtInNames.some((name) => name === provider.name))
      .map((known) => section(config, known)),
    label: tab,
  }
}

function section(config: Config, { credentials, provider }: KnownProvider): Field {
  const { label, name } = provider
  const isFixed = credentials !== null
  return {
    type: 'collapsible',
    // There is nothing in it that could be changed.
    admin: {
      description: description(callbackUrl(config, name), name, isFixed),
      initCollapsed: isFixed,
    },
    fields: [
      { ...isOn(name, label), ...(isFixed ? { admin: { hidden: true } } : {}) },
      { ...clientId(name, label), ...(isFixed ? { admin: { hidden: true } } : {}) },
      withoutInput(secret(name, label), isFixed),
    ],
    label: { de: `Mit ${label} anmelden`, en: `Sign in with ${label}` },
  }
}

function description(url: string, name: string, isFixed: boolean): StaticLabel {
  const variables = `${name.toUpperCase()}_CLIENT_ID, ${name.toUpperCase()}_CLIENT_SECRET`
  return isFixed
    ? {
        de: `Eingeschaltet durch die Umgebung (${variables}). Rückrufadresse: ${url}`,
        en: `Switched on by the environment (${variables}). Callback address: ${url}`,
      }
    : {
        de: `Tragen Sie beim Anbieter diese Rückrufadresse ein: ${url}`,
        en: `Enter this callback address at the provider: ${url}`,
      }
}

function isOn(name: string, label: string): CheckboxField {
  const names = fieldNames(name)
  return {
    name: names.isOn,
    label: {
      de: `Kunden können sich mit ${label} anmelden`,
      en: `Customers can sign in with ${label}`,
    },
    type: 'checkbox',
    defaultValue: false,
    validate: (value: unknown, { req, siblingData }: ValidateArgs) => {
      const isComplete = siblingData[names.clientId] && siblingData[names.clientSecret]
      if (value !== true || isComplete) return true
      return req?.i18n?.language === 'de'
        ? 'Geben Sie zuerst Client-ID und geheimen Schlüssel ein.'
        : 'Enter the client ID and the secret first.'
    },
  }
}

type ValidateArgs = {
  req?: { i18n?: { language?: string } }
  siblingData: Record<string, unknown>
}

function clientId(name: string, label: string): TextField {
  return {
    name: fieldNames(name).clientId,
    label: { de: `Client-ID bei ${label}`, en: `${label} client ID` },
    type: 'text',
    admin: { autoComplete: 'off' },
    maxLength: 300,
  }
}

function secret(name: string, label: string): TextField {
  return secretField({
    description: {
      de: 'Wird verschlüsselt aufbewahrt und nicht wieder angezeigt. Geben Sie einen neuen ein, um ihn zu ersetzen.',
      en: 'Kept encrypted and never shown again. Enter a new one to replace it.',
    },
    label: { de: `Geheimer Schlüssel bei ${label}`, en: `${label} client secret` },
    name: fieldNames(name).clientSecret,
  })
}

function withoutInput(field: TextField, isFixed: boolean): TextField {
  return isFixed ? { ...field, admin: { ...field.admin, hidden: true } } : field
}
