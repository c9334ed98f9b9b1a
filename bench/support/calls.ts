import type { TokenSigner } from '../../src/licensing/token'
import type { Shot } from './load'

/** An installation of the seeded shop, with all that either server asks for. */
export type Installed = {
  activation: string
  code: string
  domain: string
  license: string
  product: string
  reference: string
}

type Kind = [
  name: string,
  next: () => null | Shot,
  isGood: (body: Record<string, unknown>) => boolean,
]

/** A kind of call: its name, what makes the next one, what tells a good answer, and the process that answers. */
export type Call = [...kind: Kind, pid: number | undefined]

type CallsOptions = {
  installed: Installed[]
  key: string
  pids?: { bare: number | undefined; ours: number | undefined }
  signer: TokenSigner
  token: string
  urls: { bare: string; ours: string }
}

/** The latest activations may not have been answered yet: of so many, none is ended. */
const mostUnderWay = 50

/** Made once, so that no two rounds install on the same domain. */
let serial = 0

/** The calls that are compared, ours after the bare server's. */
export function callsOf({ installed, key, pids, signer, token, urls }: CallsOptions): Call[] {
  let index = 0
  const pick = () => installed[index++ % installed.length] as Installed
  const activatedBare: string[] = []
  const post = (action: string, one: Installed, domain: string, body: object): Shot => ({
    body: { product_id: one.reference, ...body },
    headers: { 'x-api-key': key, 'x-api-url': `https://${domain}/` },
    method: 'POST',
    url: `${urls.ours}/external/license/${action}`,
  })
  const bare = (action: string, body: object): Shot => ({
    body,
    method: 'POST',
    url: `${urls.bare}/${action}`,
  })
  const read = (what: string): Shot => ({
    headers: { authorization: `JWT ${token}` },
    method: 'GET',
    url: `${urls.ours}/licenses${what}`,
  })
  const pending = new Map<string, Installed>()

  const kinds: Kind[] = [
    ['bare: verify', () => bare('verify', { id: pick().activation }), isActive],
    [
      'ours: verify',
      () => {
        const one = pick()
        return post('verify', one, one.domain, { license_data: signer.sign(one.activation) })
      },
      isActive,
    ],
    [
      'Payload REST: read',
      () => read(`/${pick().license}`),
      ({ code }) => typeof code === 'string',
    ],
    [
      'Payload REST: depth=0',
      () => read(`/${pick().license}?depth=0`),
      ({ code }) => typeof code === 'string',
    ],
    [
      'Payload REST: find',
      () => read(`?limit=1&where[code][equals]=${pick().code}`),
      ({ docs }) => Array.isArray(docs) && docs.length === 1,
    ],
    [
      'bare: activate',
      () => {
        const { code, license, product } = pick()
        const domain = `bare-${(serial += 1)}.example.com`
        return bare('activate', { code: code.toLowerCase(), domain, license, product })
      },
      (body) => {
        activatedBare.push(String(body.lic_response))
        return isActive(body)
      },
    ],
    [
      'ours: activate',
      () => {
        const one = pick()
        const domain = `ours-${(serial += 1)}.example.com`
        pending.set(domain, one)
        return post('activate', one, domain, { license_code: one.code })
      },
      isActive,
    ],
    [
      'bare: deactivate',
      () => {
        const id = activatedBare.pop()
        return id ? bare('deactivate', { id, license: pick().license }) : null
      },
      isActive,
    ],
    [
      'ours: deactivate',
      () => {
        const [first] = pending
        if (!first || pending.size <= mostUnderWay) return null
        const [domain, one] = first
        pending.delete(domain)
        return post('deactivate', one, domain, { license_code: one.code })
      },
      isActive,
    ],
  ]
  return kinds.map((kind) => [...kind, kind[0].startsWith('bare') ? pids?.bare : pids?.ours])
}

function isActive({ is_active: active }: Record<string, unknown>): boolean {
  return active === true
}
