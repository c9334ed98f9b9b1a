import 'server-only'

import { extensionsOf } from '../extensions/extensionsOf'
import type { LocalText, PortalLook } from '../extensions/types'
import { portalPayload } from './session/payload'

/** How the host has the portal look. */
export async function portalLook(): Promise<PortalLook> {
  return extensionsOf((await portalPayload()).config).portal
}

/** A text of the host's in a language; in English, or any, where it has none in that. */
export function textIn(text: LocalText, language: string): string {
  if (typeof text === 'string') return text
  return text[language] ?? text.en ?? Object.values(text)[0] ?? ''
}
