import 'server-only'

import { cookies } from 'next/headers'

import { knownTheme, type Theme, themeCookie } from './theme'

/** The look that the visitor chose in this browser. */
export async function getTheme(): Promise<Theme> {
  return knownTheme((await cookies()).get(themeCookie)?.value)
}
