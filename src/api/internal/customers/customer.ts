import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { customerLanguages } from '../../../../collections/Customers/fields/language'
import { withoutFigures } from '../../../../collections/Customers/hooks/addFigures'
import { passwordTexts } from '../../../../collections/Customers/passwordTexts'
import { getSettings } from '../../../../collections/Settings/getSettings'
import type { Customer } from '../../../../payload-types'
import { parseEmail } from '../../../accounts/emails'
import { checkNewPassword } from '../../../accounts/passwords/checkNewPassword'
import { fill } from '../../../text/fill'
import { empty, flag, optional, requiredText, text } from '../../body'
import { ApiError } from '../../errors'
import { slugOf } from '../../../slugs/slugOf'

const address = requiredText(254).refine((value) => parseEmail(value) !== null)

/** The fields of a customer that a shop may set. */
export const customerFields = z.object({
  email: address,
  is_confirmed: optional(flag()),
  language: z.union([empty, z.enum(customerLanguages)]).nullish(),
  name: requiredText(200),
  password: text(200).nullish(),
})

type CustomerBody = Partial<z.output<typeof customerFields>>

/** A customer that stays out of the lists' figures, which nobody looks at here. */
export const customerQuery = {
  get collection() {
    return slugOf('customers')
  },
  context: { [withoutFigures]: true },
  depth: 0,
  joins: false,
  // The internal key was checked; it acts as an administrator.
  overrideAccess: true,
} as const

/** The body's fields as the collection names them. */
export function toCustomerData(body: CustomerBody, before?: Customer) {
  return {
    confirmedAt: confirmationOf(body, before),
    email: body.email,
    language: body.language,
    name: body.name,
  }
}

/** Of the present address; one that holds already keeps its date. */
function confirmationOf(
  { email, is_confirmed: isConfirmed }: CustomerBody,
  before?: Customer,
): null | string | undefined {
  if (isConfirmed === undefined) return undefined
  if (!isConfirmed) return null
  const isSame = email === undefined || parseEmail(email) === before?.email
  return (isSame && before?.confirmedAt) || new Date().toISOString()
}

/** A customer as the API shows it: nothing of how they sign in. */
export function toCustomerResource(customer: Customer) {
  return {
    id: customer.id,
    client_id: customer.clientId ?? null,
    name: customer.name,
    email: customer.email,
    language: customer.language ?? null,
    is_confirmed: Boolean(customer.confirmedAt),
    is_disabled: Boolean(customer.disabledAt),
    last_login: customer.lastLogin ?? null,
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
  }
}

/**
 * The customer with this Client ID.
 *
 * @throws ApiError 404
 */
export async function findCustomer(req: PayloadRequest, clientId: string): Promise<Customer> {
  const { docs } = await req.payload.find({
    ...customerQuery,
    limit: 1,
    pagination: false,
    req,
    where: { clientId: { equals: clientId } },
  })
  if (!docs[0]) throw new ApiError(404, 'notFound')
  return docs[0]
}

/**
 * The password to set: held to what customers' own are.
 *
 * @returns undefined where none is given
 * @throws ApiError 422
 */
export async function readPassword(
  req: PayloadRequest,
  body: CustomerBody,
  { email, name }: { email: string; name: string },
): Promise<string | undefined> {
  if (!body.password) return undefined
  const error = await checkNewPassword(req, body.password, { email, name })
  if (!error) return body.password
  const min = String((await getSettings(req)).passwordMinLength)
  const message = fill(passwordTexts('en')[error], { min })
  throw new ApiError(422, 'invalid', { errors: { password: [message] } })
}

/** For who has none yet: nobody knows it, so the way in is the mail of "forgot password". */
export function unknownPassword(): string {
  return randomBytes(32).toString('base64url')
}
