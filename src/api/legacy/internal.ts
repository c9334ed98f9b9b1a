import { z } from 'zod'

import type { Route, RouteDocs } from '../routes/route'
import { allProducts, connection, done, oneLicense, oneProduct, type Translation } from './answers'
import { describe } from './describe'
import {
  changesOfLicense,
  inNamesOfToday,
  type Names,
  sentOfLicense,
  sentOfProduct,
} from './fields'
import { type Answer, type Call, forward, readAnswer, readLegacy } from './forward'
import { largestPage } from '../internal/page'
import { basePath, fillPath, inOldForm, type LegacyRoute, today } from './route'

type Fields = Record<string, unknown>

/** What of an old call is where in that of today. */
type Sent = {
  /** The field that names what the path names. */
  named?: string
  /** All pages of a list are one answer. */
  isWholeList?: boolean
  /** Of the fields of the body. */
  names?: Names
}

const byCode = { named: 'license_code' }
const toldCode = { as: 'license_code', today: 'license_code' }

/** What LicenseBox calls of shops became. */
export const legacyInternal: LegacyRoute[] = [
  internal('/check_connection_int', today('get', '/internal/connection-check'), connection),
  internal(
    '/add_product',
    today('post', '/internal/products'),
    done('Product', 'added', { as: 'product_id', today: 'reference_id' }),
    { names: sentOfProduct },
  ),
  internal('/get_product', today('get', '/internal/products/:reference'), oneProduct, {
    named: 'product_id',
  }),
  internal('/get_products', today('get', '/internal/products'), allProducts, {
    isWholeList: true,
  }),
  internal(
    '/create_license',
    today('post', '/internal/product-licenses'),
    done('License', 'created', toldCode),
    { names: sentOfLicense },
  ),
  internal(
    '/edit_license',
    today('put', '/internal/product-licenses/:id'),
    done('License', 'updated', toldCode),
    { ...byCode, names: changesOfLicense },
  ),
  internal('/get_license', today('get', '/internal/product-licenses/:id'), oneLicense, byCode),
  internal(
    '/block_license',
    today('post', '/internal/blocked-product-licenses/:id'),
    done('License', 'blocked'),
    byCode,
  ),
  internal(
    '/unblock_license',
    today('delete', '/internal/blocked-product-licenses/:id'),
    done('License', 'unblocked'),
    byCode,
  ),
]

function internal(
  path: string,
  route: Route,
  { schema, translate }: Translation,
  sent: Sent = {},
): LegacyRoute {
  // What is not there was an answer with `status: false`, too.
  const toOld = ({ body, status }: Answer) =>
    inOldForm({ body, status: status === 404 ? 422 : status }, translate)
  return {
    access: 'internal',
    asks: route.method === 'get',
    docs: describe(route, { ...sent, answer: schema, path, toOld }),
    handle: async (context, dispatch) => {
      const call = callOf(route, sent, await readLegacy(context))
      const to = basePath(context, path) + call.path
      const ask = async (query = '') =>
        readAnswer(await forward(context, dispatch, { ...call, path: to + query }))
      const { body, status } = toOld(await (sent.isWholeList ? wholeList(ask) : ask()))
      return context.json(body, status as 200)
    },
    method: 'post',
    path,
  }
}

/** The pages of a list as one; the first that is refused stands for all. */
async function wholeList(ask: (query: string) => Promise<Answer>): Promise<Answer> {
  const data: unknown[] = []
  for (let page = 1; ; page += 1) {
    const answer = await ask(`?per_page=${largestPage}&page=${page}`)
    if (answer.status !== 200) return answer
    const rows = answer.body.data as unknown[]
    data.push(...rows)
    const { total } = answer.body.meta as { total: number }
    if (rows.length === 0 || data.length >= total)
      return { ...answer, body: { ...answer.body, data } }
  }
}

function callOf({ docs, method, path }: Route, { named, names }: Sent, fields: Fields): Call {
  const today = namesOfToday(docs.body, fields, named)
  const old = Object.entries(inNamesOfToday(fields, names ?? {}))
  // Old callers name every field and leave those empty that they do not use: that empties nothing that has a value by today's name.
  const said = old.filter(([name, value]) => !isEmpty(value) || !Object.hasOwn(today, name))
  const body = names && { ...today, ...Object.fromEntries(said) }
  return {
    // What is new has nothing to be emptied.
    body: body && method === 'post' ? withoutEmpty(body) : body,
    method: method.toUpperCase() as Call['method'],
    path: fillPath(path, () => nameIn(fields[named ?? ''])),
  }
}

/** What is sent by the names that the call of today knows, but for what names the path. */
function namesOfToday(schema: RouteDocs['body'], fields: Fields, named?: string): Fields {
  if (!(schema instanceof z.ZodObject)) return {}
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== named && Object.hasOwn(schema.shape, name)),
  )
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

function withoutEmpty(body: Fields): Fields {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''))
}

/** A name in a path. An empty one is none that anything has. */
function nameIn(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return encodeURIComponent(Buffer.from(text.trim()).toString() || '-')
}
