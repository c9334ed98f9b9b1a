import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { tokenOf } from '../../support/rest'
import { xlsxOf } from '../../support/xlsx'
import { type ImportDesk, openImportDesk } from './support/desk'
import { csv } from './support/imports'

/** Files and callers that mean no good. */
const longMs = 600_000
let desk: ImportDesk
let count: ImportDesk['count']
let imports: ImportDesk['imports']
let payload: ImportDesk['payload']

beforeAll(async () => {
  desk = await openImportDesk()
  ;({ count, imports, payload } = desk)
})
afterAll(() => desk.close())
beforeEach(() => desk.forget())

describe('files that mean no good', () => {
  it.each([
    ['in another encoding', 'x.csv', Buffer.from('name\nM\xfcller\n', 'latin1'), 'UTF-8'],
    ['that is no spreadsheet', 'x.xlsx', Buffer.from('name,email'), 'not a spreadsheet'],
    ['without rows', 'x.csv', 'name,email\n', 'no rows'],
    ['with a cell of a megabyte', 'x.csv', `name\n${'x'.repeat(1_000_000)}\n`, 'Row 1|row 1'],
    [
      'nested a thousand deep',
      'x.json',
      `[{"a":${'['.repeat(1000)}${']'.repeat(1000)}}]`,
      'too deep',
    ],
    [
      'that unpacks without end',
      'x.xlsx',
      xlsxOf([], { 'xl/sharedStrings.xml': Buffer.alloc(301 * 1024 * 1024, ' ') }),
      'too large',
    ],
  ])(
    'a file %s is refused in plain words, and nothing of it is kept',
    { timeout: longMs },
    async (_name, name, content, said) => {
      const before = await count('import_rows')
      const { body, status: answered } = await imports.upload(content, { name })
      expect(answered).toBe(201)
      const found = await imports.state(body.id)
      expect(found.status).toBe('failed')
      expect(found.error).toMatch(new RegExp(said))
      expect(await count('import_rows')).toBe(before)
    },
  )

  it('a file that is too large is refused while it comes in', { timeout: longMs }, async () => {
    const before = await count('import_rows')
    let sent = 0
    const line = Buffer.from(`${'x'.repeat(999)}\n`.repeat(1000))
    const stream = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 200) return controller.close()
        controller.enqueue(new Uint8Array(line))
      },
    })
    const { body } = await imports.upload(stream)
    expect((await imports.state(body.id)).error).toContain('larger than 50 MB')
    expect(sent).toBeLessThan(100)
    expect(await count('import_rows')).toBe(before)
  })

  it.each(['x.exe', 'x', '', 'x.csv\0.exe'])('a file called %j is no import', async (name) => {
    expect((await imports.upload('name\nA\n', { name })).status).toBe(400)
  })

  it('headings and cells of prototypes, NUL and half letters are stored as text, and refused as values', async () => {
    const file = JSON.stringify([
      {
        __proto__x: 1,
        constructor: 'x',
        email: 'a@example.com',
        name: 'A\u0000B',
        toString: '\ud800',
      },
    ])
    const { counts, id } = await imports.run(file, { name: 'x.json' })
    expect(counts.failed).toBe(1)
    expect((await imports.rows(id))[0]?.message).toContain('cannot be stored')
  })
})

describe('customers and strangers', () => {
  it('are refused by every call, whatever they know', async () => {
    const email = 'customer@example.com'
    const password = 'a long enough password'
    await payload.create({ collection: 'customers', data: { email, name: 'C', password } })
    const token = await tokenOf(payload, 'customers', { email, password })
    const { id } = await imports.check(csv('name,email', 'A,a@example.com'))
    const before = JSON.stringify(await imports.state(id))
    const all = payload.collections.imports.config.endpoints || []
    // Payload tells everybody what they may do, which is nothing here.
    const endpoints = all.filter(({ path: at }) => !at.startsWith('/access'))
    const calls = [
      ...endpoints.map(
        ({ method, path: at }) => [method.toUpperCase(), at.replace(':id', id)] as const,
      ),
      ['GET', ''],
      ['GET', `/${id}`],
      ['PATCH', `/${id}`],
      ['DELETE', `/${id}`],
    ] as const
    expect(calls.length).toBeGreaterThan(10)
    for (const [method, at] of calls) {
      for (const as of [{ token }, {}]) {
        const { status: answered } = await imports.rest(
          method,
          `/imports${at}?where[id][exists]=true`,
          {
            ...as,
            ...(method === 'GET' ? {} : { body: { mapping: { email: 0 }, mode: 'create' } }),
          },
        )
        expect(`${method} ${at} ${[401, 403, 404].includes(answered)}`).toBe(`${method} ${at} true`)
      }
    }
    expect(JSON.stringify(await imports.state(id))).toBe(before)
    expect(await count('customers')).toBe(1)
  })

  it('make no administrator import by a page of theirs', async () => {
    const { id } = await imports.check(csv('name,email', 'A,a@example.com'))
    for (const Origin of ['https://evil.example', 'null', '']) {
      const headers = { Origin }
      expect((await imports.call('POST', `/imports/${id}/run`, { headers })).status).toBe(403)
      expect((await imports.upload('name\nA\n', {}, headers)).status).toBe(403)
    }
    expect((await imports.state(id)).status).toBe('checked')
  })

  it('an id that is none, or nobody knows, is answered as such', async () => {
    expect((await imports.call('GET', `/imports/${crypto.randomUUID()}/state`)).status).toBe(404)
    expect((await imports.call('POST', "/imports/' or 1=1/run")).status).toBe(400)
  })
})
