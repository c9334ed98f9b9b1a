import {
  APIError,
  type Endpoint,
  NotFound,
  type PayloadHandler,
  type PayloadRequest,
} from 'payload'

import {
  type CustomerLanguage,
  customerLanguages,
} from '../../collections/Customers/fields/language'
import { parseEmail } from '../../src/accounts/emails'
import { deliverLicense, type DeliveryEdits, previewDelivery } from '../../src/emails/delivery'
import { renderSample } from '../../src/emails/renderSample'
import { sendSample } from '../../src/emails/sendSample'
import { type MailTemplate, mailTemplates } from '../../src/emails/types'
import { readFields } from '../../src/portal/endpoints/portalRequest'
import { bulkEndpoint, forAdmins, idsOf, requireAccess } from './bulk'

const longestSubject = 200
const longestMessage = 10_000

/** Templates of mails as examples: to be looked at, and to be sent to oneself. Administrators only. */
export const mailEndpoints: Endpoint[] = [
  {
    handler: forAdmins(async (req) => {
      const sample = sampleOf(req, req.query.language)
      return Response.json(await renderSample(req.payload, sample))
    }),
    method: 'get',
    path: '/mail-templates/:template',
  },
  {
    handler: forAdmins(async (req) => {
      const sample = sampleOf(req, (await readFields(req)).language)
      try {
        await sendSample(req.payload, sample)
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error)
        throw new APIError(said, 502, null, true)
      }
      return Response.json({ to: sample.to })
    }),
    method: 'post',
    path: '/mail-templates/:template/test',
  },
]

/** The mail that brings a licence to its owner: looked at, changed, sent. */
export const deliveryEndpoints: Endpoint[] = [
  {
    handler: forLicense(async (req, id) => {
      const preview = await previewDelivery(req, id, editsOf(await readFields(req)))
      if (!preview) throw new NotFound(req.t)
      return Response.json(preview)
    }),
    method: 'post',
    path: '/:id/delivery/preview',
  },
  {
    handler: forLicense(async (req, id) => {
      const fields = await readFields(req)
      const to = fields.to ? parseEmail(fields.to) : null
      if (fields.to && !to) throw new APIError('Enter a valid e-mail address.', 400, null, true)
      if (!(await deliverLicense(req, id, { ...editsOf(fields), to }))) {
        throw new APIError('There is no address to send it to.', 409, null, true)
      }
      return Response.json({ done: 1 })
    }),
    method: 'post',
    path: '/:id/delivery/send',
  },
  bulkEndpoint('send', async (req, id) => {
    await requireAccess(req, 'licenses', 'read', id)
    return deliverLicense(req, id, {})
  }),
]

function forLicense(
  handler: (req: PayloadRequest, id: string) => Promise<Response>,
): PayloadHandler {
  return forAdmins(async (req) => {
    const [id = ''] = idsOf([req.routeParams?.id], 1)
    await requireAccess(req, 'licenses', 'read', id)
    return handler(req, id)
  })
}

/** @throws APIError 404 for a template that there is not */
function sampleOf(
  { routeParams, t, user }: PayloadRequest,
  language: unknown,
): { language: CustomerLanguage; template: MailTemplate; to: string } {
  const template = mailTemplates.find((name) => name === routeParams?.template)
  if (!template) throw new NotFound(t)
  const known = customerLanguages.find((name) => name === language)
  return { language: known ?? 'en', template, to: user?.email ?? '' }
}

/** @throws APIError 400 for what is too long */
function editsOf({ message, subject }: Record<string, unknown>): DeliveryEdits {
  return { message: textOf(message, longestMessage), subject: textOf(subject, longestSubject) }
}

function textOf(value: unknown, longest: number): null | string {
  if (typeof value !== 'string' || !value.trim()) return null
  if (value.length > longest) {
    throw new APIError(`Shorten it to ${longest} characters.`, 400, null, true)
  }
  return value.trim()
}
