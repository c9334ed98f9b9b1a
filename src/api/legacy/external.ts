import type { ApiContext } from '../types'
import { type Answer, type Dispatch, forward, readAnswer, readLegacy } from './forward'

/** A call of LicenseBox by the name that it has there. */
export type LegacyRoute = {
  access: 'external' | 'internal'
  handle: (context: ApiContext, dispatch: Dispatch) => Promise<Response>
  /** Below the API's base path. */
  path: string
}

/** What LicenseBox calls of client software became. */
export const legacyExternal: LegacyRoute[] = [
  external('/check_connection_ext', 'GET', '/connection-check', ({ body }) => body),
  external('/activate_license', 'POST', '/license/activate', toVerdict),
  external('/verify_license', 'POST', '/license/verify', toVerdict),
  external('/deactivate_license', 'POST', '/license/deactivate', toVerdict),
  external('/check_update', 'POST', '/update/check', toUpdate),
  external('/latest_version', 'POST', '/update/latest', toLatest),
  ...fileRoutes('/download_update', '', 'POST'),
  ...fileRoutes('/get_update_size', '/size', null),
]

function external(
  path: string,
  method: 'GET' | 'POST',
  to: string,
  translate: (answer: Answer) => Record<string, unknown>,
): LegacyRoute {
  return {
    access: 'external',
    handle: async (context, dispatch) => {
      const body = method === 'POST' ? await readLegacy(context) : undefined
      const call = { body, method, path: basePath(context, path) + `/external${to}` }
      return respond(context, await readAnswer(await forward(context, dispatch, call)), translate)
    },
    path,
  }
}

/** Version and type of a file stood in this order in LicenseBox, and stand in the other one today: both are taken. */
function fileRoutes(path: string, end: string, method: 'POST' | null): LegacyRoute[] {
  return ['/:type{main|sql}/:version', '/:version/:type{main|sql}'].map((parameters) => ({
    access: 'external',
    handle: async (context, dispatch) => {
      const version = encodeURIComponent(context.req.param('version') ?? '')
      const to = `/external/update/${version}/download/${context.req.param('type')}${end}`
      const response = await forward(context, dispatch, {
        body: method ? await readLegacy(context) : undefined,
        method: method ?? (context.req.method === 'HEAD' ? 'HEAD' : 'GET'),
        path: basePath(context, path) + to,
      })
      return isRefusal(response) ? refuseFile(context, await readAnswer(response)) : response
    },
    path: `${path}${parameters}`,
  }))
}

/** Old clients write whatever comes with status 200 into an archive, and know 401 as "no licence for this". */
function refuseFile(context: ApiContext, { body, status }: Answer): Response {
  const refused = status === 200 || status === 422 ? 401 : status
  return context.json({ status: false, message: body.message }, refused as 401)
}

/** Files, and what is told of them, have a name. */
function isRefusal({ headers }: Response): boolean {
  return !headers.has('content-disposition')
}

/**
 * Answers in the old form. A missing field was an answer with `status: false` there, not an error of HTTP.
 */
export function respond(
  context: ApiContext,
  answer: Answer,
  translate: (answer: Answer) => Record<string, unknown>,
): Response {
  const { body, status } = answer
  if (status >= 400) {
    const code = (status === 422 ? 200 : status) as 200
    return context.json({ status: false, message: body.message, data: null }, code)
  }
  return context.json(translate(answer), 200)
}

/** The part of a path before the old name: where the API is mounted. */
export function basePath(context: ApiContext, path: string): string {
  const { pathname } = new URL(context.req.url)
  return pathname.slice(0, pathname.indexOf(path))
}

function toVerdict({ body }: Answer) {
  const { is_active: isActive, ...rest } = body
  return { status: isActive === true, ...rest }
}

function toUpdate({ body }: Answer) {
  if (body.update_available !== true) return { status: false, message: body.message }
  return {
    status: true,
    message: body.message,
    version: body.version,
    release_date: dayOf(body.released_at),
    summary: body.summary,
    changelog: body.changelog,
    update_id: body.update_id,
    has_sql: body.has_sql,
  }
}

function toLatest({ body }: Answer) {
  const data = body.data as null | Record<string, unknown>
  if (!data) return { status: false, message: body.message }
  return {
    status: true,
    message: '',
    latest_version: data.version,
    release_date: dayOf(data.released_at),
    summary: data.summary,
  }
}

function dayOf(moment: unknown): null | string {
  return typeof moment === 'string' ? moment.slice(0, 10) : null
}
