import type { CollectionConfig, Field, GlobalConfig, Option, Tab } from 'payload'
import { toWords } from 'payload'

import { german } from './german'

/**
 * Gives every English text that the admin panel shows of a collection or global its German one: labels, descriptions, placeholders
 * and options. What has no label gets the one that Payload would make of its name. A text that is no string, or that the
 * dictionary lacks, stays as it is.
 */
export function translateLabels<T extends CollectionConfig | GlobalConfig>(config: T): T {
  const { admin, fields, label, labels } = config as Partial<CollectionConfig & GlobalConfig>
  return {
    ...config,
    ...(admin && { admin: translateTexts(admin, ['description']) }),
    ...(fields && { fields: fields.map(translateField) }),
    ...(label && { label: translate(label) }),
    ...(labels && { labels: translateTexts(labels, ['plural', 'singular']) }),
  }
}

/** What fields of all types have that is a text or contains one. */
type FieldParts = {
  admin?: Record<string, unknown>
  fields?: Field[]
  label?: unknown
  labels?: Record<string, unknown>
  name?: string
  options?: Option[]
  tabs?: Tab[]
}

function translateField(field: Field): Field {
  return translateParts(field) as Field
}

function translateParts(part: FieldParts): FieldParts {
  const { admin, fields, labels, name, options, tabs } = part
  const label = part.label ?? (name && toWords(name))
  return {
    ...part,
    ...(label !== undefined && { label: translate(label) }),
    ...(admin && { admin: translateTexts(admin, ['description', 'placeholder']) }),
    ...(fields && { fields: fields.map(translateField) }),
    ...(labels && { labels: translateTexts(labels, ['plural', 'singular']) }),
    ...(options && { options: options.map(translateOption) }),
    ...(tabs && { tabs: tabs.map((tab) => translateParts(tab as FieldParts) as Tab) }),
  }
}

function translateOption(option: Option): Option {
  if (typeof option !== 'string') return translateTexts(option, ['label'])
  return { label: translate(toWords(option)) as string, value: option }
}

function translateTexts<T extends object>(texts: T, names: readonly string[]): T {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      names.includes(name) ? translate(text) : (text as unknown),
    ]),
  ) as T
}

function translate(text: unknown): unknown {
  if (typeof text !== 'string' || !Object.hasOwn(german, text)) return text
  return { de: german[text], en: text }
}
