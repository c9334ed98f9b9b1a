'use client'

import { useTexts } from '../i18n/useTexts'
import { NavLink } from '../NavLink'
import { importTexts } from './texts'

/** The way to the imports, below the groups of the navigation. */
export function ImportsNavLink() {
  const texts = useTexts(importTexts)
  return <NavLink id="nav-imports" label={texts.nav} path="/imports" />
}
