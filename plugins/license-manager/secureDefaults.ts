import {
  APIError,
  type CollectionConfig,
  Forbidden,
  type GlobalConfig,
  NotFound,
  type Payload,
  type PayloadHandler,
} from 'payload'

import { isAdmin, isAdminRequest } from '../../access/isAdmin'

const collectionOperations = [
  'create',
  'delete',
  'read',
  'readVersions',
  'unlock',
  'update',
] as const
const globalOperations = ['read', 'readVersions', 'update'] as const

/**
 * Gives administrators, and nobody else, every operation for which a collection names no access. Payload's own default is
 * "any logged-in user", and customers are logged-in users.
 */
export function secureCollection(collection: CollectionConfig): CollectionConfig {
  const access = { ...collection.access }
  for (const operation of collectionOperations) access[operation] ??= isAdmin
  if (collection.auth) access.admin ??= ({ req }) => isAdminRequest(req)
  return withoutVersionRoutes({ ...collection, access })
}

/** Payload has routes of versions for every collection, and fails with 500 where a collection keeps none. */
function withoutVersionRoutes(collection: CollectionConfig): CollectionConfig {
  if (collection.versions || collection.endpoints === false) return collection
  return { ...collection, endpoints: [...(collection.endpoints ?? []), ...versionRoutes] }
}

const notFound: PayloadHandler = () => {
  throw new APIError('Not found.', 404, null, true)
}

/**
 * The same for the collections that Payload and other plugins add, which are there at start; for the route that confirms the address of whoever logs in,
 * where nobody confirms one; and for files that are not there.
 */
export function closeMissingRoutes({ collections }: Payload): void {
  for (const { config } of Object.values(collections)) {
    if (config.endpoints === false) continue
    const isClosed = config.endpoints.some(({ handler }) => handler === notFound)
    config.endpoints = [
      ...(config.versions || isClosed ? [] : versionRoutes),
      ...(config.auth && !config.auth.verify ? [verifyRoute] : []),
      ...config.endpoints.map((endpoint) =>
        endpoint.method === 'get' && endpoint.path === fileRoute
          ? { ...endpoint, handler: orNotFound(endpoint.handler) }
          : endpoint,
      ),
    ]
  }
}

const fileRoute = '/file/:filename'

/** Of a file that is not there Payload writes into the log, and answers as if the server had failed. */
function orNotFound(handler: PayloadHandler): PayloadHandler {
  return async (req) => {
    const response = await handler(req)
    return response.status === 500 ? notFound(req) : response
  }
}

const versionRoutes = (['get', 'post'] as const).flatMap((method) =>
  ['/versions', '/versions/:id'].map((path) => ({ handler: notFound, method, path })),
)

const verifyRoute = { handler: notFound, method: 'post' as const, path: '/verify/:id' }

/** The same for a global. */
export function secureGlobal(global: GlobalConfig): GlobalConfig {
  const access = { ...global.access }
  for (const operation of globalOperations) access[operation] ??= isAdmin
  return { ...global, access }
}

/**
 * Closes the collections that Payload adds by itself (locked documents, preferences, migrations, jobs) to everybody but
 * administrators. They exist only after the configuration was sanitized, so this runs at start.
 */
export function secureBuiltInCollections(payload: Payload): void {
  for (const [slug, { config }] of Object.entries(payload.collections)) {
    if (!slug.startsWith('payload-')) continue
    for (const operation of collectionOperations) {
      const own = config.access[operation]
      config.access[operation] = (args) => (isAdminRequest(args.req) ? own(args) : false)
    }
    if (slug === 'payload-preferences' && config.endpoints) {
      config.endpoints = config.endpoints.map((endpoint) => ({
        ...endpoint,
        handler: forAdmins(
          endpoint.method === 'delete' ? ifThere(endpoint.handler) : endpoint.handler,
          endpoint.method === 'get',
        ),
      }))
    }
  }
}

/**
 * Preferences have endpoints of their own, which ask for no access and store whatever a logged-in user sends.
 *
 * @param isReading where nobody who is logged in has none: Payload's login page asks for them, and an error would be in every browser's console
 */
function forAdmins(handler: PayloadHandler, isReading: boolean): PayloadHandler {
  return (req) => {
    const isAsked = isReading && !req.user
    if (!isAsked && !isAdminRequest(req)) throw new Forbidden(req.t)
    return handler(req)
  }
}

/** A preference that somebody does not have cannot be taken back, which Payload reports as a failure of the server. */
function ifThere(handler: PayloadHandler): PayloadHandler {
  return async (req) => {
    const { totalDocs } = await req.payload.count({
      collection: 'payload-preferences',
      overrideAccess: false,
      req,
      user: req.user,
      where: { key: { equals: req.routeParams?.key } },
    })
    if (totalDocs === 0) throw new NotFound(req.t)
    return handler(req)
  }
}
