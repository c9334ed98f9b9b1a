import { headers } from 'next/headers'

import { portalLook } from '../look'
import { NonceStyle } from './NonceStyle'

/** The host's CSS variables, over those of the portal's palette. */
export async function ThemeStyle() {
  const { theme } = await portalLook()
  const rules = Object.entries(theme).map(([name, value]) => `${name}:${value}`)
  if (rules.length === 0) return null
  const nonce = (await headers()).get('x-nonce') ?? undefined
  // More than the palette says, wherever Next puts that: no element has this id.
  const css = `[data-license-portal]:not(#_):not(#_){${rules.join(';')}}`
  return <NonceStyle css={css} nonce={nonce} />
}
