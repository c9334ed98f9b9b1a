'use client'

import { useTranslation } from '@payloadcms/ui'

import { type Texts, textsIn } from './texts'

/** The texts of a part of the panel in the administrator's language. */
export function useTexts<T extends object>(texts: Texts<T>) {
  const { i18n } = useTranslation()
  return textsIn(texts, i18n.language)
}
