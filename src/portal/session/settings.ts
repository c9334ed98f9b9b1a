import 'server-only'

import { cache } from 'react'

import { readSettings } from '../../../collections/Settings/getSettings'
import { portalPayload } from './payload'

/** The settings for the present request, whoever makes it. Asked once. */
export const portalSettings = cache(async () => readSettings(await portalPayload()))
