import type { License } from '../../licensing/types'
import { presets } from '../mapping/presets'
import type { ImportOptions } from '../mapping/options'
import type { CellReader } from './cellReader'
import { parseBoolean, parseLimit, parseList } from './parse'

/** A licence as a row describes it. What is undefined stays as it is; null means no limit. */
export type LicenseValues = {
  code?: string
  comments?: string
  createdAt?: string
  customerId?: string
  domains?: string[]
  email?: string
  expirationDays?: null | number
  expiresAt?: null | string
  invoice?: string
  ips?: string[]
  isEnvato?: boolean
  isValid?: boolean
  parallelUses?: null | number
  /** As the row names it: by reference ID, name or Envato ID. */
  product?: string
  /** Its id, once it is looked up. */
  productId?: string
  supportUntil?: null | string
  totalUses?: null | number
  type?: License['type']
  updatesUntil?: null | string
}

/** Words for the types; those of other systems are all of licences without an end of their own. */
const types: Record<License['type'], readonly string[]> = {
  lifetime: ['lifetime', 'lebenslang'],
  perpetual: [
    'perpetual',
    'unbefristet',
    'standard',
    'regular',
    'regular license',
    'extended',
    'extended license',
  ],
  subscription: ['subscription', 'abonnement', 'abo'],
  trial: ['trial', 'test', 'testlizenz', 'demo'],
}

/** Reads a licence. Notes are what is worth knowing of a row that is taken all the same. */
export function readLicense(cells: CellReader, { preset }: ImportOptions): LicenseValues {
  const zeroIsNone = preset !== null && presets[preset].zeroIsNoLimit
  const limit = (field: string) => cells.read(field, (text) => parseLimit(text, zeroIsNone))
  return {
    code: cells.text('code', 255),
    comments: cells.text('comments', 10_000),
    createdAt: cells.moment('createdAt', false) ?? undefined,
    customerId: cells.text('customerId', 255),
    domains: cells.read('domains', parseList),
    email: cells.email('email'),
    expirationDays: limit('expirationDays'),
    expiresAt: cells.moment('expiresAt', true),
    invoice: cells.text('invoice', 255),
    ips: cells.read('ips', parseList),
    isEnvato: cells.read('isEnvato', parseBoolean),
    isValid: cells.read('isValid', parseBoolean),
    parallelUses: limit('parallelUses'),
    product: cells.text('product', 200),
    supportUntil: cells.moment('supportUntil', true),
    totalUses: limit('totalUses'),
    type: typeOf(cells),
    updatesUntil: cells.moment('updatesUntil', true),
  }
}

function typeOf(cells: CellReader): License['type'] | undefined {
  const text = cells.raw('type')
  if (text === undefined) return undefined
  const word = text.toLowerCase()
  const known = (Object.keys(types) as License['type'][]).find((type) => types[type].includes(word))
  if (!known) cells.report('type', 'typeUnknown', { value: text.slice(0, 40) })
  return known
}
