import { headers } from 'next/headers'

import { portalLook } from '../look'

/** The host's CSS variables, over those of the portal's palette. */
export async function ThemeStyle() {
  const { theme } = await portalLook()
  const rules = Object.entries(theme).map(([name, value]) => `${name}:${value}`)
  if (rules.length === 0) return null
  const nonce = (await headers()).get('x-nonce') ?? undefined
  // Twice the same, so that it counts more than the palette wherever Next puts that.
  return (
    <style nonce={nonce} suppressHydrationWarning>
      {`[data-portal][data-portal]{${rules.join(';')}}`}
    </style>
  )
}
