import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  boundaryOf,
  MalformedMultipart,
  type Part,
  readParts,
} from '../../../src/api/uploads/multipart'

/** A body that comes in chunks of these sizes. */
function inChunks(body: Uint8Array, sizes: number[]): ReadableStream<Uint8Array> {
  let at = 0
  let turn = 0
  return new ReadableStream({
    pull: (controller) => {
      if (at >= body.length) return controller.close()
      const size = Math.max(1, sizes[turn++ % Math.max(1, sizes.length)] ?? 1)
      controller.enqueue(body.subarray(at, at + size))
      at += size
    },
  })
}

async function read(body: Uint8Array, boundary: string, sizes: number[] = [1000]) {
  const parts: (Part & { data: Buffer })[] = []
  await readParts(inChunks(body, sizes), boundary, async (part) => {
    const chunks: Uint8Array[] = []
    return {
      end: async () => {
        parts.push({ ...part, data: Buffer.concat(chunks) })
      },
      write: async (bytes) => {
        chunks.push(Buffer.from(bytes))
      },
    }
  })
  return parts
}

it('reads what browsers write, in chunks of any size', async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom('\r\n--', '\r\n------', '--', '\r\n', '').map((text) => Buffer.from(text)),
  )
  const name = fc.stringMatching(/^[\w ";=\\ü]{1,12}$/)
  const files = fc.array(fc.tuple(name, name, content), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(files, fc.array(fc.integer({ max: 90, min: 1 })), async (given, sizes) => {
      const form = new FormData()
      for (const [field, filename, data] of given) {
        form.append(field, new Blob([new Uint8Array(data)]), filename)
      }
      const request = new Request('http://localhost', { body: form, method: 'POST' })
      const boundary = boundaryOf(request.headers.get('content-type') ?? '')
      const body = new Uint8Array(await request.arrayBuffer())
      const parts = await read(body, boundary ?? '', sizes)
      expect(parts.map(({ data, filename, name: field }) => [field, filename, data])).toEqual(
        given.map(([field, filename, data]) => [field, filename, Buffer.from(data)]),
      )
    }),
    { numRuns: 200 },
  )
})

it('reads what software writes', async () => {
  const body = [
    'preamble to be ignored',
    '--x  ',
    'content-type: text/plain',
    'CONTENT-DISPOSITION: form-data; name=bare',
    '',
    'one',
    '--x',
    'Content-Disposition: form-data; name="file"; filename="a \\"b\\".zip"',
    'Content-Type: application/zip',
    '',
    '',
    '--x--',
    'epilogue',
  ].join('\r\n')
  const parts = await read(Buffer.from(body), 'x', [1])
  expect(parts).toMatchObject([
    { contentType: 'text/plain', data: Buffer.from('one'), filename: null, name: 'bare' },
    { contentType: 'application/zip', data: Buffer.from(''), filename: 'a "b".zip', name: 'file' },
  ])
})

it.each([
  ['nothing', ''],
  ['no end', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nabc'],
  ['no name', '--x\r\nContent-Type: text/plain\r\n\r\nabc\r\n--x--'],
  ['no line break', '--xyz\r\n\r\n--x--'],
  ['endless headers', `--x\r\n${'a: b\r\n'.repeat(5000)}`],
])('refuses %s', async (_, body) => {
  await expect(read(Buffer.from(body), 'x')).rejects.toBeInstanceOf(MalformedMultipart)
})

it('never hangs or fails otherwise, whatever is sent', async () => {
  const piece = fc.oneof(
    fc.constantFrom('--x', '--x--', '\r\n', '\r\n\r\n', 'content-disposition: form-data; name="a"'),
    fc.string(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece), fc.integer({ max: 20, min: 1 }), async (pieces, size) => {
      try {
        await read(Buffer.from(pieces.join('')), 'x', [size])
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMultipart)
      }
    }),
  )
})

it.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['multipart/mixed; boundary=abc', null],
  ['application/json', null],
])('%s has the boundary %s', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary)
})
