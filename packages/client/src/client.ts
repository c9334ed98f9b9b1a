import { entitlementsOf, type Json, refusalOf, textOf, toUpdate } from './answers.js'
import { holds, openCertificate } from './certificate.js'
import { toDownload } from './download.js'
import { ApiError, UnreachableError } from './errors.js'
import { hereOf } from './installation.js'
import { createTransport } from './transport.js'
import type {
  Download,
  Entitlements,
  Options,
  PublicKey,
  Refusal,
  State,
  Store,
  Update,
  Verdict,
} from './types.js'

const usualGraceDays = 14
const dayMs = 24 * 60 * 60 * 1000

/** What a licence in order gives, and whether the server said so just now. */
export type Verified = {
  entitlements: Entitlements
  /** True: the server was not reached; a certificate says so. */
  isOffline: boolean
}

export type LicenseClient = {
  /** Activates a licence for this installation. The same one again takes no second slot. */
  activate: (licenseCode: string) => Promise<Verdict<Verified>>
  /** A newer version than the installed one, or null. */
  checkForUpdate: (currentVersion: string) => Promise<Verdict<{ update: null | Update }>>
  /** Ends this installation's activation and forgets it, also where there was none. Any other refusal leaves it its token. */
  deactivate: () => Promise<Verdict>
  /** A file of a version, by its name or id. */
  download: (version: string, type?: 'main' | 'sql') => Promise<Verdict<{ file: Download }>>
  /** Whether this installation runs under a licence in order; offline, by the certificate of the last time. */
  verify: () => Promise<Verdict<Verified>>
}

/**
 * A client for one installation.
 *
 * @throws its calls: UnreachableError, ApiError; TypeError for a base URL or key with which nothing can be sent. Refused licences are no errors: look at `ok`.
 */
export function createLicenseClient(options: Options): LicenseClient {
  const transport = createTransport(options)
  const store = options.store ?? inMemory()
  const { graceDays = usualGraceDays, now = Date.now, productId } = options
  const here = hereOf(options)

  const claim = (state: State): Json => ({
    license_data: state.licenseData,
    product_id: productId,
  })

  /** Notes a good answer, with a new certificate once half of the old one's time is over. */
  const note = async (state: State): Promise<void> => {
    const kept = { ...state, verifiedAt: now() }
    await store.save(kept)
    if (graceDays <= 0) return
    try {
      await store.save({ ...kept, ...(await renew(kept)) })
    } catch (error) {
      // The licence is in order; it only cannot be used offline for longer than before.
      if (!(error instanceof UnreachableError || error instanceof ApiError)) throw error
    }
  }

  const renew = async (state: State): Promise<Partial<State>> => {
    const keys = options.publicKeys ?? state.keys ?? []
    const old = state.certificate ? await openCertificate(state.certificate, keys) : null
    const end = old?.valid_until ? new Date(old.valid_until).getTime() : 0
    if (
      old &&
      holds(old, { ...here, now: now(), productId }) &&
      end - now() > (graceDays / 2) * dayMs
    ) {
      return {}
    }
    const answer = await transport.call('/external/license/certificate', {
      ...claim(state),
      ttl_days: graceDays,
    })
    if (refusalOf(answer)) return {}
    const certificate = textOf((answer.data as Json).certificate) ?? undefined
    return { certificate, keys: options.publicKeys ?? (await publishedKeys()) }
  }

  const publishedKeys = async (): Promise<PublicKey[]> => {
    const { origin } = new URL(options.baseUrl)
    const { keys } = await transport.read(`${origin}/.well-known/license-keys.json`)
    return Array.isArray(keys) ? (keys as PublicKey[]) : []
  }

  const verifyOffline = async (
    state: State,
    cause: UnreachableError,
  ): Promise<Verdict<Verified>> => {
    const keys = options.publicKeys ?? state.keys ?? []
    const certificate = state.certificate ? await openCertificate(state.certificate, keys) : null
    const isBack = now() < (state.verifiedAt ?? 0) - 5 * 60_000
    if (!certificate || isBack || !holds(certificate, { ...here, now: now(), productId }))
      throw cause
    return { entitlements: certificate.entitlements ?? {}, isOffline: true, ok: true }
  }

  /** A licence that is refused is not remembered as a good one: no certificate outlives it here. */
  const forget = async (refusal: Refusal, state: null | State): Promise<Refusal> => {
    if (state) await store.save({ licenseData: state.licenseData })
    return refusal
  }

  return {
    activate: async (licenseCode) => {
      const answer = await transport.call('/external/license/activate', {
        client_name: options.clientName ?? null,
        include_installations: true,
        license_code: licenseCode,
        product_id: productId,
      })
      const refusal = refusalOf(answer)
      if (refusal) return refusal
      const licenseData = textOf(answer.lic_response) ?? ''
      await note({ licenseData })
      return { entitlements: entitlementsOf(answer), isOffline: false, ok: true }
    },

    checkForUpdate: async (currentVersion) => {
      const state = await store.load()
      const answer = await transport.call('/external/update/check', {
        current_version: currentVersion,
        ...(state ? claim(state) : { product_id: productId }),
      })
      const refusal = refusalOf(answer)
      if (refusal) return refusal
      return { ok: true, update: answer.update_available === true ? toUpdate(answer) : null }
    },

    deactivate: async () => {
      const state = await store.load()
      if (!state) return notActivated
      const answer = await transport.call('/external/license/deactivate', claim(state))
      const refusal = refusalOf(answer)
      // The token of an activation that goes on is needed to end it later.
      if (refusal && !isOfNone(refusal)) return forget(refusal, state)
      await store.save(null)
      return refusal ?? { ok: true }
    },

    download: async (version, type = 'main') => {
      const state = await store.load()
      const path = `/external/update/${encodeURIComponent(version)}/download/${type}`
      const answer = await transport.open(path, state ? claim(state) : { product_id: productId })
      if ('file' in answer) return { file: toDownload(answer.file), ok: true }
      return refusalOf(answer.json) ?? notActivated
    },

    verify: async () => {
      const state = await store.load()
      if (!state) return notActivated
      try {
        const answer = await transport.call('/external/license/verify', claim(state))
        const refusal = refusalOf(answer)
        if (refusal) return await forget(refusal, state)
        await note(state)
        return { entitlements: entitlementsOf(answer), isOffline: false, ok: true }
      } catch (error) {
        if (error instanceof UnreachableError) return verifyOffline(state, error)
        throw error
      }
    },
  }
}

const notActivated: Refusal = {
  code: 'not_activated',
  message: 'This installation has no license yet.',
  ok: false,
}

function inMemory(): Store {
  let state: null | State = null
  return {
    load: () => state,
    save: (next) => {
      state = next
    },
  }
}

/** Whether it says that there is no such activation. */
function isOfNone({ code }: Refusal): boolean {
  return code === 'not_activated' || code === 'not_found'
}
