import { APIError, createLocalReq, type Endpoint, NotFound, type PayloadRequest } from 'payload'

import { codeFormatKey } from '../../collections/Licenses/hooks/fillCode'
import type { License } from '../../payload-types'
import { inTransaction } from '../../src/accounts/inTransaction'
import { codeFormatError } from '../../src/licensing/codes'
import { dateFields, type DateField, extended } from '../../src/licensing/extend'
import { lockLicense } from '../../src/licensing/repository/licenses'
import { readFields } from '../../src/portal/endpoints/portalRequest'
import { bulkEndpoint, forAdmins, selectedIds } from './bulk'
import { slugOf } from '../../src/slugs/slugOf'

const longestExtension = 3660
const mostPerCall = 100

/** What administrators do to many licences at once. A single one is a list of one. */
export const licenseBulk: Endpoint[] = [
  {
    handler: forAdmins(async (req) => {
      const ids = await selectedIds(req, slugOf('licenses'))
      return Response.json({ count: ids.length, ids })
    }),
    method: 'post',
    path: '/bulk/select',
  },
  bulkEndpoint('block', (req, id) =>
    change(req, id, ({ isValid }) => isValid !== false && { isValid: false }),
  ),
  bulkEndpoint('unblock', (req, id) =>
    change(req, id, ({ isValid }) => isValid === false && { isValid: true }),
  ),
  bulkEndpoint('extend', (req, id, fields) => {
    const { date, days } = extensionOf(fields)
    return change(req, id, (license) => {
      const next = extended(license[date], days, new Date())
      return next !== null && { [date]: next }
    })
  }),
  { handler: forAdmins(generate), method: 'post', path: '/bulk/generate' },
]

/** Changes a licence under its lock; `false` from `to` means that there is nothing to change. */
async function change(
  req: PayloadRequest,
  id: string,
  to: (license: License) => false | Partial<License>,
): Promise<boolean> {
  try {
    return await inTransaction(req, async (db) => {
      if (!(await lockLicense(db, id))) return false
      const at = {
        collection: slugOf('licenses'),
        depth: 0,
        id,
        overrideAccess: false,
        req,
      } as const
      const data = to(await req.payload.findByID(at))
      if (!data) return false
      await req.payload.update({ ...at, data })
      return true
    })
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

function extensionOf({ date, days }: Record<string, unknown>): { date: DateField; days: number } {
  const field = dateFields.find((name) => name === date)
  const isNumber = typeof days === 'number' && Number.isInteger(days)
  if (!field || !isNumber || days < 1 || days > longestExtension) {
    const known = dateFields.join(', ')
    throw new APIError(
      `Send days, from 1 to ${longestExtension}, and date: ${known}.`,
      400,
      null,
      true,
    )
  }
  return { date: field, days }
}

/** Makes up to 100 licences alike, in one transaction: `count`, `pattern`, and the fields of a licence in `data`. */
async function generate(req: PayloadRequest): Promise<Response> {
  const { count, data, pattern } = await readFields(req)
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > mostPerCall) {
    throw new APIError(`Send a count from 1 to ${mostPerCall}.`, 400, null, true)
  }
  const isText = typeof pattern === 'string'
  const problem = isText ? codeFormatError(pattern) : null
  if (problem) throw new APIError(problem, 400, null, true)
  const user = req.user ?? undefined
  const context = isText ? { [codeFormatKey]: pattern } : {}
  const own = await createLocalReq({ context, req: { headers: req.headers }, user }, req.payload)
  const licenses = await inTransaction(own, async () => {
    const made: License[] = []
    for (let index = 0; index < count; index += 1) {
      made.push(await createOne(own, data))
    }
    return made
  })
  return Response.json({ licenses: licenses.map(({ code, id }) => ({ code, id })) })
}

function createOne(req: PayloadRequest, data: unknown): Promise<License> {
  const fields = (data && typeof data === 'object' ? data : {}) as License
  return req.payload.create({
    collection: slugOf('licenses'),
    data: { ...fields, code: '' },
    depth: 0,
    overrideAccess: false,
    req,
  })
}
