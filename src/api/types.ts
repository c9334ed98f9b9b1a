import type { Context } from 'hono'
import type { Payload } from 'payload'

import type { Setting } from '../../payload-types'
import type { MaybePromise } from '../async/whenKnown'
import type { LastSeen } from '../licensing/lastSeen'
import type { FindActivation } from '../licensing/repository/claims'
import type { SlotLinkSigner, TokenSigner } from '../licensing/token'
import type { Database } from '../licensing/types'
import type { Blacklist } from './attempts/blacklist'
import type { ApiKey } from './auth/keys'
import type { Messages } from './messages'
import type { Limits } from './rateLimit/limits'
import type { Upload } from './uploads/receiveFiles'

/** What every handler of the API works with. */
export type ApiServices = {
  blacklist: Blacklist
  clientIp: (request: Request) => null | string
  db: Database
  findActivation: FindActivation
  findKey: (key: string) => MaybePromise<ApiKey | null>
  /** In bytes, of one file. */
  largestUpload: number
  lastSeen: LastSeen
  limits: Limits
  payload: Payload
  /** At most a second old. */
  settings: () => MaybePromise<Setting>
  signer: TokenSigner
  /** Links at which the customer can free a slot. */
  slotLinks: SlotLinkSigner
}

export type ApiEnv = {
  Variables: {
    /** Set once the key was checked. */
    apiKey: ApiKey
    /** The connection's other end, which cannot be chosen by the caller; empty when unknown. */
    connectionIp: string
    messages: Messages
    services: ApiServices
    /** Set where a body with files was received. */
    upload?: Upload
  }
}

export type ApiContext = Context<ApiEnv, string>
