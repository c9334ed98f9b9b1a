import { activatedAnswer, deactivatedAnswer, verifiedAnswer } from '../openapi/answers'
import type { Route } from '../routes/route'
import type { ApiContext } from '../types'
import { connection, latest, type Translation, update, verdict } from './answers'
import { describe } from './describe'
import { type Answer, type Call, forward, readAnswer, readLegacy } from './forward'
import { basePath, fillPath, inOldForm, type LegacyRoute, today } from './route'

/** What LicenseBox calls of client software became. */
export const legacyExternal: LegacyRoute[] = [
  external('/check_connection_ext', today('get', '/external/connection-check'), connection),
  external(
    '/activate_license',
    today('post', '/external/license/activate'),
    verdict(activatedAnswer),
  ),
  external('/verify_license', today('post', '/external/license/verify'), verdict(verifiedAnswer)),
  external(
    '/deactivate_license',
    today('post', '/external/license/deactivate'),
    verdict(deactivatedAnswer),
  ),
  external('/check_update', today('post', '/external/update/check'), update),
  external('/latest_version', today('post', '/external/update/latest'), latest),
  ...fileRoutes(
    '/download_update',
    today('post', '/external/update/:version/download/:type{main|sql}'),
  ),
  ...fileRoutes(
    '/get_update_size',
    today('get', '/external/update/:version/download/:type{main|sql}/size'),
  ),
]

function external(path: string, route: Route, { schema, translate }: Translation): LegacyRoute {
  const toOld = (answer: Answer) => inOldForm(answer, translate)
  return {
    access: 'external',
    asks: route.method === 'get',
    docs: describe(route, { answer: schema, path, toOld }),
    handle: async (context, dispatch) => {
      const body = route.method === 'post' ? await readLegacy(context) : undefined
      const to = basePath(context, path) + route.path
      const response = await forward(context, dispatch, { body, method: methodOf(route), path: to })
      const { body: told, status } = toOld(await readAnswer(response))
      return context.json(told, status as 200)
    },
    method: 'post',
    path,
  }
}

/** Version and type of a file stood in the other order in LicenseBox than they stand in today: both are taken. */
function fileRoutes(name: string, route: Route): LegacyRoute[] {
  const isFile = route.method === 'post'
  const [path = '', otherPath = ''] = [
    '/:version/:type{main|sql}',
    '/:type{main|sql}/:version',
  ].map((parameters) => name + parameters)
  const handle: LegacyRoute['handle'] = async (context, dispatch) => {
    const { search } = new URL(context.req.url)
    const response = await forward(context, dispatch, {
      body: isFile ? await readLegacy(context) : undefined,
      method: context.req.method === 'HEAD' ? 'HEAD' : methodOf(route),
      path:
        basePath(context, path) +
        fillPath(route.path, (name) => encodeURIComponent(context.req.param(name) ?? '')) +
        search,
    })
    return isRefusal(response) ? refuseFile(context, await readAnswer(response)) : response
  }
  const docs = describe(route, { answer: route.docs.answer, path, toOld: toRefusedFile })
  const refused = isFile ? ' A refused licence is 401.' : ''
  const description = `${docs.description} Type and version are taken in the other order as well.${refused}`
  const { fields, query } = route.docs
  const asked = query ? { query, ...(fields ? { fields } : {}) } : {}
  const common = {
    access: 'external',
    asks: !isFile,
    handle,
    method: route.method as 'get' | 'post',
  } as const
  return [
    { ...common, docs: { ...docs, ...asked, description }, path },
    { ...common, docs: null, path: otherPath },
  ]
}

const methodOf = ({ method }: Route) => method.toUpperCase() as Call['method']

/** Old clients write whatever comes with status 200 into an archive, and know 401 as "no licence for this". */
function toRefusedFile({ body, status }: Answer): Answer {
  if (body === undefined) return { body, status }
  const refused = status === 200 || status === 422 ? 401 : status
  return { body: { status: false, message: body.message }, status: refused }
}

function refuseFile(context: ApiContext, answer: Answer): Response {
  const { body, status } = toRefusedFile(answer)
  return context.json(body, status as 401)
}

/** Files, and what is told of them, have a name. */
function isRefusal({ headers }: Response): boolean {
  return !headers.has('content-disposition')
}
