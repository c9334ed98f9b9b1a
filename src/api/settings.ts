import type { Payload } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import type { Setting } from '../../payload-types'
import type { MaybePromise } from '../async/whenKnown'
import { remember } from './remember'

const memoryMs = 1000

/** The settings, read at most once a second: the API asks for them at every call. */
export function createSettingsReader(payload: Payload): () => MaybePromise<Setting> {
  return remember(() => readSettings(payload), memoryMs).read
}
