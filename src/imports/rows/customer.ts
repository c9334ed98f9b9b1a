import {
  customerLanguages,
  type CustomerLanguage,
} from '../../../collections/Customers/fields/language'
import { validateName } from '../../accounts/names'
import type { ImportOptions } from '../mapping/options'
import { parseBcrypt } from './bcrypt'
import type { CellReader } from './cellReader'
import { parseBoolean } from './parse'

/** A customer as a row describes them. What is undefined stays as it is. */
export type CustomerValues = {
  clientId?: string
  /** When the address was confirmed; only where the administrator vouches for it. */
  confirmedAt?: string
  createdAt?: string
  email?: string
  importedHash?: string
  language?: CustomerLanguage
  name?: string
}

/** Reads a customer. There is no field for a role, for a password, or for a confirmation that the administrator does not vouch for. */
export function readCustomer(
  cells: CellReader,
  { trustsAddresses, trustsHashes }: ImportOptions,
  isMapped: (field: string) => boolean,
): CustomerValues {
  return {
    clientId: cells.text('clientId', 255),
    confirmedAt: trustsAddresses ? confirmationOf(cells, isMapped('confirmedAt')) : undefined,
    createdAt: cells.moment('createdAt', false) ?? undefined,
    email: cells.email('email'),
    importedHash: hashOf(cells, trustsHashes),
    language: languageOf(cells),
    name: nameOf(cells),
  }
}

/** The column says when, or only that it was; without a column, the administrator says so of all. */
function confirmationOf(cells: CellReader, isMapped: boolean): string | undefined {
  if (!isMapped) return new Date().toISOString()
  const text = cells.raw('confirmedAt')
  if (text === undefined) return undefined
  const said = parseBoolean(text)
  if ('value' in said) return said.value ? new Date().toISOString() : undefined
  return cells.moment('confirmedAt', false) ?? undefined
}

function hashOf(cells: CellReader, isTrusted: boolean): string | undefined {
  if (cells.raw('passwordHash') === undefined) return undefined
  if (isTrusted) return cells.read('passwordHash', parseBcrypt)
  cells.report('passwordHash', 'hashesNotTrusted')
  return undefined
}

function languageOf(cells: CellReader): CustomerLanguage | undefined {
  return cells.read('language', (text) => {
    const value = customerLanguages.find((language) => language === text.toLowerCase().slice(0, 2))
    return value ? { value } : { error: 'language' }
  })
}

function nameOf(cells: CellReader): string | undefined {
  const parts = [cells.raw('firstName'), cells.raw('lastName')].filter(Boolean)
  const given = cells.raw('name') ?? (parts.length > 0 ? parts.join(' ') : undefined)
  if (given === undefined) return undefined
  const valid = validateName(given)
  if ('name' in valid) return valid.name
  if (valid.error === 'nameTooLong') cells.report('name', 'tooLong', { max: 200 })
  else cells.report('name', 'nameInvalid')
  return undefined
}
