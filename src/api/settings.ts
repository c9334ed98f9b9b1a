import type { Payload } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import type { Setting } from '../../payload-types'

const memoryMs = 1000

/** The settings, read at most once a second: the API asks for them at every call. */
export function createSettingsReader(payload: Payload): () => Promise<Setting> {
  let current: null | Promise<Setting> = null
  let until = 0
  return () => {
    if (current && Date.now() < until) return current
    const reading = readSettings(payload)
    // A failure is not kept.
    reading.catch(() => {
      if (current === reading) current = null
    })
    current = reading
    until = Date.now() + memoryMs
    return reading
  }
}
