import type { SocialProvider } from '../types'
import { envato } from './envato'
import { facebook } from './facebook'
import { github } from './github'
import { google } from './google'

/** The providers that the settings know, in the order in which they are shown. */
export const builtInProviders = (): SocialProvider[] => [envato(), google(), facebook(), github()]

export const builtInNames = ['envato', 'google', 'facebook', 'github'] as const
