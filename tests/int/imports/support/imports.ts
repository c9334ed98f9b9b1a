import { handleEndpoints } from 'payload'

import type { ImportKind, ImportMode } from '../../../../collections/Imports/values'
import type { ImportOptions } from '../../../../src/imports/mapping/options'
import type { ImportRow } from '../../../../src/imports/repository/imports'
import type { ImportedRow } from '../../../../src/imports/repository/rows'
import { runImports } from '../../../../src/imports/runImports'
import type { TestPayload } from '../../../support/payload'
import { type Rest, restOf, tokenOf } from '../../../support/rest'

const password = 'a long enough password'

type Shown = ImportedRow & { message: string }

type Plan = {
  kind?: ImportKind
  mapping?: Record<string, number>
  mode?: ImportMode
  name?: string
  options?: Partial<ImportOptions>
}

/** What an administrator does with imports, over HTTP, with the worker's part done at once. */
export type Imports = Awaited<ReturnType<typeof importsOf>>

export async function importsOf(test: TestPayload) {
  const { payload } = test
  const email = 'admin@example.com'
  await payload.create({ collection: 'users', data: { email, password } })
  const admin = await tokenOf(payload, 'users', { email, password })
  const rest = restOf(test)
  const call: Rest = (method, path, options) => rest(method, path, { token: admin, ...options })

  async function upload(
    content: Buffer | ReadableStream | string,
    { kind = 'customers', name = 'file.csv' }: Plan = {},
    headers: Record<string, string> = {},
  ): Promise<{ body: { errors?: { message: string }[]; id: string }; status: number }> {
    const query = new URLSearchParams({ filename: name, kind }).toString()
    const response = await handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey: new URL(test.databaseUrl).pathname.slice(1),
      request: new Request(`http://localhost:3000/api/imports/upload?${query}`, {
        body: content as BodyInit,
        duplex: 'half',
        headers: { Authorization: `JWT ${admin}`, Origin: 'http://localhost:3000', ...headers },
        method: 'POST',
      } as RequestInit),
    })
    return { body: (await response.json()) as never, status: response.status }
  }

  const state = async (id: string): Promise<ImportRow> =>
    (await call('GET', `/imports/${id}/state`)).body as never

  async function rows(id: string, query = ''): Promise<Shown[]> {
    return (await call('GET', `/imports/${id}/rows?${query}`)).body.rows as Shown[]
  }

  const work = (signal = new AbortController().signal) => runImports(payload, signal)

  /** Uploads and checks, by the mapping that was guessed where none is given. */
  async function check(content: Buffer | string, plan: Plan = {}): Promise<ImportRow> {
    const { body } = await upload(content, plan)
    const { body: guessed } = await call('GET', `/imports/${body.id}/mapping`)
    const { mapping = guessed.mapping, mode = 'create', options = {} } = plan
    const sent = { mapping, mode, options: { preset: guessed.preset, ...options } }
    const answer = await call('POST', `/imports/${body.id}/check`, { body: sent })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    await work()
    return state(body.id)
  }

  /** The whole way. */
  async function run(content: Buffer | string, plan: Plan = {}): Promise<ImportRow> {
    const { id } = await check(content, plan)
    await call('POST', `/imports/${id}/run`)
    await work()
    return state(id)
  }

  return { admin, call, check, rest, rows, run, state, upload, work }
}

/** Lines as CSV. */
export const csv = (...lines: string[]): string => `${lines.join('\n')}\n`
