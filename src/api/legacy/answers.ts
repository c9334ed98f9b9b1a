import { z } from 'zod'

import { connectionAnswer, refusalAnswer, releaseAnswer, updateAnswer } from '../openapi/answers'
import { optionalText } from '../openapi/kinds'
import { license, product } from '../openapi/resources'
import type { Answer } from './forward'
import { inOldNames, toldOfLicense, toldOfProduct } from './fields'

type Fields = Record<string, unknown>

/**
 * How a good answer of today reads in the old form, and its schema, which is made of the one of today. What today's has is there as well: software
 * may know the old path and the new names.
 */
export type Translation = { schema: z.ZodType; translate: (answer: Answer) => Fields }

const good = { status: z.literal(true), message: z.string() }
const optionalDay = z.iso.date().nullable()

/** A verdict that is not good, and everything that was no error of HTTP there. */
export const oldRefusal = refusalAnswer
  .partial()
  .extend({ status: z.literal(false), message: z.string() })

/** What is an error of HTTP. */
export const oldError = z.strictObject({
  status: z.literal(false),
  message: z.string(),
  data: z.null().optional(),
})

/** Whether the connection is right reads as it does today. */
export const connection: Translation = { schema: connectionAnswer, translate: ({ body }) => body }

/** A verdict on a licence. */
export const verdict = (today: z.ZodObject): Translation => ({
  schema: today.extend({ status: z.literal(true) }),
  translate: ({ body }) => ({ status: body.is_active === true, ...body }),
})

/** Whether there is an update: none is a refusal. */
export const update: Translation = {
  schema: updateAnswer.extend({ status: z.boolean(), release_date: optionalDay }),
  translate: ({ body }) => {
    if (body.update_available === undefined) return { status: false, ...body }
    return { status: body.update_available, ...body, release_date: dayOf(body.released_at) }
  },
}

/** The latest version. */
export const latest: Translation = {
  schema: releaseAnswer.shape.data.pick({ summary: true }).extend({
    ...good,
    ...releaseAnswer.shape,
    latest_version: optionalText,
    release_date: optionalDay,
  }),
  translate: ({ body }) => {
    const data = body.data as Fields | null
    if (!data) return { status: false, ...body }
    return {
      status: true,
      message: '',
      latest_version: data.version,
      release_date: dayOf(data.released_at),
      summary: data.summary,
      data,
    }
  },
}

const productFields = z.strictObject(inOldNames<z.ZodType>(product.shape, toldOfProduct))

/** A product. */
export const oneProduct: Translation = {
  schema: productFields.extend({ status: z.literal(true), data: product }),
  translate: ({ body: { data } }) => ({
    status: true,
    ...inOldNames(data as Fields, toldOfProduct),
    data,
  }),
}

/** A list of products. */
export const allProducts: Translation = {
  schema: z.strictObject({
    status: z.literal(true),
    products: z.array(productFields),
    data: z.array(product),
  }),
  translate: ({ body: { data } }) => ({
    status: true,
    products: (data as Fields[]).map((one) => inOldNames(one, toldOfProduct)),
    data,
  }),
}

/** A licence. */
export const oneLicense: Translation = {
  schema: z.strictObject({
    status: z.literal(true),
    ...inOldNames<z.ZodType>(license.shape, toldOfLicense),
    licensed_ips: optionalText,
    licensed_domains: optionalText,
    is_blocked: z.boolean(),
    is_valid_for_future_activations: z.boolean(),
    data: license,
  }),
  translate: ({ body }) => {
    const data = body.data as Fields
    return {
      status: true,
      ...inOldNames(data, toldOfLicense),
      licensed_ips: (data.ips as string[]).join(',') || null,
      licensed_domains: (data.domains as string[]).join(',') || null,
      is_blocked: data.is_valid === false,
      is_valid_for_future_activations: data.status === 'active',
      data,
    }
  },
}

/** That something was done to what has this name, by `told` or `today`. */
export const done = (
  subject: 'License' | 'Product',
  participle: string,
  told?: { as: string; today: string },
): Translation => ({
  schema: z.strictObject({
    ...good,
    ...(told ? { [told.as]: z.string() } : {}),
    data: subject === 'License' ? license : product,
  }),
  translate: ({ body }) => {
    const data = body.data as Fields
    const name = subject === 'License' ? data.license_code : data.name
    return {
      status: true,
      message: `${subject} ${String(name)} was successfully ${participle}.`,
      ...(told ? { [told.as]: data[told.today] } : {}),
      data,
    }
  },
})

function dayOf(moment: unknown): null | string {
  return typeof moment === 'string' ? moment.slice(0, 10) : null
}
