import 'server-only'

import config from '@payload-config'
import { getPayload } from 'payload'
import { cache } from 'react'

import { readSettings } from '../../../collections/Settings/getSettings'

/** The settings for the present request, whoever makes it. Asked once. */
export const portalSettings = cache(async () => readSettings(await getPayload({ config })))
