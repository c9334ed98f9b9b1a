import type { ImportKind, ImportMode } from '../../../collections/Imports/values'
import { importModes } from '../../../collections/Imports/values'
import { importFields } from './fields'
import type { Mapping } from './guessMapping'
import { type PresetName, presetNames } from './presets'
import { isUuid } from '../../text/isUuid'

/** How dates with slashes are meant; null: such dates are refused. */
export type SlashDates = 'dayFirst' | 'monthFirst' | null

/** What the administrator decides of an import beside the columns. */
export type ImportOptions = {
  /** Mails an invitation to new customers who have no password. */
  invites: boolean
  preset: null | PresetName
  /** The product of licences whose row names none. */
  product: null | string
  slashDates: SlashDates
  /** The addresses are known to be the customers': those of the column for it, or all where no column is chosen. */
  trustsAddresses: boolean
  /** Hashes of passwords are taken over. */
  trustsHashes: boolean
}

export type ImportPlan = { mapping: Mapping; mode: ImportMode; options: ImportOptions }

export type PlanError = 'mapping' | 'mappingMissing' | 'mode' | 'product'

/** The least that has to be mapped: one of the fields of each group. */
export const neededFields: Record<ImportKind, readonly (readonly string[])[]> = {
  customers: [['email', 'clientId']],
  licenses: [['code', 'product', 'email', 'customerId']],
  products: [['referenceId', 'name']],
}

/** Reads a plan as a client sends it. Whatever else is sent is left out. */
export function parsePlan(
  kind: ImportKind,
  headings: readonly string[],
  input: Record<string, unknown>,
): { error: PlanError } | { plan: ImportPlan } {
  const mapping = parseMapping(kind, headings, input.mapping)
  if (!mapping) return { error: 'mapping' }
  if (!neededFields[kind].every((group) => group.some((field) => field in mapping))) {
    return { error: 'mappingMissing' }
  }
  const mode = importModes.find((name) => name === input.mode)
  if (!mode) return { error: 'mode' }
  const given = isRecord(input.options) ? input.options : {}
  const { product } = given
  const hasProduct = typeof product === 'string' && product !== ''
  if (hasProduct && !isUuid(product)) return { error: 'product' }
  const isCustomers = kind === 'customers'
  const options: ImportOptions = {
    invites: isCustomers && given.invites === true,
    preset: presetNames.find((name) => name === given.preset) ?? null,
    product: kind === 'licenses' && hasProduct ? product : null,
    slashDates:
      (['dayFirst', 'monthFirst'] as const).find((way) => way === given.slashDates) ?? null,
    trustsAddresses: isCustomers && given.trustsAddresses === true,
    trustsHashes: isCustomers && given.trustsHashes === true,
  }
  return { plan: { mapping, mode, options } }
}

/** Null for anything else than known fields with columns that there are. */
function parseMapping(
  kind: ImportKind,
  headings: readonly string[],
  input: unknown,
): Mapping | null {
  if (!isRecord(input)) return null
  const known = new Set(importFields[kind].map(({ name }) => name))
  const mapping = new Map<string, number>()
  for (const [field, column] of Object.entries(input)) {
    if (column === null) continue
    const isColumn =
      typeof column === 'number' &&
      Number.isInteger(column) &&
      column >= 0 &&
      column < headings.length
    if (!known.has(field) || !isColumn) return null
    mapping.set(field, column)
  }
  return Object.fromEntries(mapping)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
