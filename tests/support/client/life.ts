import type * as Client from '../../../packages/client/src'

/** What the software of this life has. */
export type Given = {
  apiKey: string
  baseUrl: string
  code: string
  /** An address at which nobody is. */
  nowhere: string
  productId: string
  /** Left out: those that the server publishes. */
  publicKeys?: Client.PublicKey[]
  url: string
}

/**
 * An installation from its activation to its end, with the platform's own `fetch`, streams and WebCrypto: a browser, Node, Deno and Bun run
 * it. It imports nothing, so that each of them can load it as it is.
 *
 * @returns what each step gave
 */
export async function live(
  { createLicenseClient, readAll }: typeof Client,
  { code, nowhere, ...options }: Given,
): Promise<Record<string, unknown>> {
  let state: Client.State | null = null
  const store: Client.Store = {
    load: () => state,
    save: (next) => {
      state = next
    },
  }
  const online = createLicenseClient({ ...options, store })
  const offline = createLicenseClient({ ...options, baseUrl: nowhere, store, timeoutMs: 5000 })
  const steps: Record<string, unknown> = {}

  steps.unknown = await online.activate('UNKNOWN')
  steps.activated = await online.activate(code)
  steps.verified = await online.verify()
  const checked = await online.checkForUpdate('1.0.0')
  const update = checked.ok ? checked.update : null
  steps.update = update?.version
  const given = await online.download(update?.id ?? '')
  steps.downloaded = given.ok ? new TextDecoder().decode(await readAll(given.file)) : given

  steps.offline = await nameOf(offline.verify())
  const good = (await store.load()) ?? { licenseData: '' }
  await store.save({ ...good, certificate: forge(good.certificate ?? '') })
  steps.forged = await nameOf(offline.verify())
  await store.save(good)

  steps.deactivated = await online.deactivate()
  steps.forgotten = state
  await store.save({ licenseData: good.licenseData })
  steps.ended = await online.verify()
  return steps
}

/** What each step has to give. */
export const expected = {
  activated: { entitlements: {}, isOffline: false, ok: true },
  deactivated: { ok: true },
  ended: {
    code: 'not_activated',
    message: 'License is invalid or not assigned to you.',
    ok: false,
  },
  forged: 'UnreachableError',
  forgotten: null,
  offline: { entitlements: {}, isOffline: true, ok: true },
  unknown: { code: 'not_found', message: 'Your license code is invalid.', ok: false },
  verified: { entitlements: {}, isOffline: false, ok: true },
}

/** The same certificate with a signature of other bytes. */
function forge(certificate: string): string {
  const lines = certificate.trimEnd().split('\n')
  const middle = Math.floor(lines.length / 2)
  return lines
    .map((line, index) => (index === middle ? swapCase(line) : line))
    .join('\n')
    .concat('\n')
}

function swapCase(line: string): string {
  return line.replace(/[a-z]/i, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
}

async function nameOf(verdict: Promise<unknown>): Promise<unknown> {
  return verdict.catch((error: unknown) => (error instanceof Error ? error.name : error))
}
