import type { ComponentType, ReactNode } from 'react'

import type { CustomerLanguage } from '../../../../collections/Customers/fields/language'
import { English } from './English'
import { German } from './German'

/** A language's table is a file that the browser keeps. Handed over with each page, it would be a third of it. */
const tables: Readonly<Record<CustomerLanguage, ComponentType<{ children: ReactNode }>>> = {
  de: German,
  en: English,
}

/** Gives the components that run in the browser the texts of a language. */
export function BrowserTexts({ children, language }: { children: ReactNode; language: string }) {
  const Texts = tables[language as CustomerLanguage]
  return <Texts>{children}</Texts>
}
