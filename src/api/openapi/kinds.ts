import { z } from 'zod'

/** A moment in UTC. */
export const moment = z.iso.datetime()
export const optionalMoment = moment.nullable()
export const optionalText = z.string().nullable()
export const count = z.number().int().nonnegative()
export const optionalCount = count.nullable()

/** What a licence gives, by name. */
export const entitlements = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]))

export const licenseType = z.enum(['lifetime', 'perpetual', 'subscription', 'trial'])
export const licenseStatus = z.enum(['active', 'blocked', 'expired'])
