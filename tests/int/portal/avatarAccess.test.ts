import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { replaceAvatar } from '../../../src/portal/avatar/replaceAvatar'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { tokenOf } from '../../support/rest'
import { encoded, photo } from './support/avatars'

let uploads: string
let test: TestPayload
let payload: Payload
let admin: string
let customer: string
let own: { filename: string; id: string }

beforeAll(async () => {
  uploads = await mkdtemp(path.join(tmpdir(), 'avatars-'))
  process.env.UPLOAD_DIR = uploads
  test = await createTestPayload()
  payload = test.payload
  const account = { email: 'admin@example.com', password: `secret ${randomUUID()}` }
  await payload.create({ collection: 'users', data: { ...account, name: 'Admin' } })
  admin = await tokenOf(payload, 'users', account)
  const login = { email: 'ada@example.com', password: `secret ${randomUUID()}` }
  const data = { ...login, clientId: 'ADA', confirmedAt: new Date().toISOString(), name: 'Ada' }
  const { id } = await payload.create({ collection: 'customers', data })
  customer = await tokenOf(payload, 'customers', login)
  await replaceAvatar(await createLocalReq({}, payload), id, await encoded())
  const { docs } = await payload.find({ collection: 'avatars' })
  own = docs[0] as typeof own
})

afterAll(async () => {
  await test.close()
  await rm(uploads, { force: true, recursive: true })
})

describe('Payload’s own file route', () => {
  it('is for administrators only, also not for the customer whose photo it is', async () => {
    const address = `/avatars/file/${own.filename}`
    expect((await call('GET', address, { token: admin })).status).toBe(200)
    expect((await call('GET', address, { token: customer })).status).toBe(403)
    expect((await call('GET', address)).status).toBe(403)
  })
})

describe('an upload of somebody who may not', () => {
  it.each([
    ['a customer', () => customer],
    ['nobody', () => undefined],
  ])('is refused without looking at the file: %s', async (_, token) => {
    const before = await files()
    const decode = vi.spyOn(sharp.prototype as { toBuffer: () => unknown }, 'toBuffer')
    const body = formOf(await photo().png().toBuffer())
    decode.mockClear()
    expect((await call('POST', '/avatars', { body, token: token() })).status).toBe(403)
    const change = { body: formOf(Buffer.from('no photo')), token: token() }
    expect((await call('PATCH', `/avatars/${own.id}`, change)).status).toBe(403)
    expect(decode).not.toHaveBeenCalled()
    decode.mockRestore()
    expect(await files()).toEqual(before)
  })
})

describe('an administrator’s upload', () => {
  it('is encoded like a customer’s own, whatever it is called', async () => {
    const jpeg = await photo()
      .withExif({ IFD0: { Make: 'Secret' } })
      .jpeg()
      .toBuffer()
    const { body, status } = await upload(jpeg, 'holiday.exe')
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ height: 512, mimeType: 'image/webp', width: 512 })
    expect(body.doc?.filename).toMatch(/^[\da-f-]{36}\.webp$/)
    const file = path.join(uploads, 'avatars', body.doc?.filename ?? '')
    expect((await sharp(file).metadata()).exif).toBeUndefined()
  })

  it('replaces the file of an avatar in the same way', async () => {
    const { body } = await upload(await photo().png().toBuffer(), 'a.png')
    const id = body.doc?.id
    const before = await files()
    const change = { body: formOf(await photo().jpeg().toBuffer()), token: admin }
    const changed = await call('PATCH', `/avatars/${id}`, change)
    expect(changed.status).toBe(200)
    expect(changed.body.doc).toMatchObject({ height: 512, mimeType: 'image/webp' })
    const after = await files()
    expect(after).toHaveLength(before.length)
    expect(after).not.toContain(body.doc?.filename)
  })

  it.each([
    ['text', Buffer.from('This is a PNG.'), 'photo.png', 'not a JPEG'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo.svg', 'not a JPEG'],
    ['too much', Buffer.alloc(6 * 1024 * 1024), 'photo.png', 'larger than 5 MB'],
  ])('is refused with the reason: %s', async (_, data, name, reason) => {
    const before = await files()
    const { body, status } = await upload(data, name)
    expect(status).toBe(400)
    const [error] = body.errors?.[0]?.data?.errors ?? []
    expect(error).toMatchObject({ path: 'file' })
    expect(error?.message).toContain(reason)
    expect(await files()).toEqual(before)
  })

  it('needs a file: none is fetched from an address', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const body = new FormData()
    const url = 'https://example.com/photo.svg'
    body.set('_payload', JSON.stringify({ filename: 'photo.svg', mimeType: 'image/svg+xml', url }))
    expect((await call('POST', '/avatars', { body, token: admin })).status).toBe(400)
    expect(fetched).not.toHaveBeenCalled()
    fetched.mockRestore()
  })
})

type Answer = {
  doc?: { filename: string; id: string }
  errors?: { data?: { errors?: { message: string; path: string }[] } }[]
}

function formOf(data: Buffer, name = 'photo.png'): FormData {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(data)], name, { type: 'image/png' }))
  form.set('_payload', '{}')
  return form
}

const upload = (data: Buffer, name: string) =>
  call('POST', '/avatars', { body: formOf(data, name), token: admin })

async function call(
  method: string,
  address: string,
  { body, token }: { body?: FormData; token?: string } = {},
): Promise<{ body: Answer; status: number }> {
  const headers = {
    Origin: 'http://localhost:3000',
    ...(token ? { Authorization: `JWT ${token}` } : {}),
  }
  const request = new Request(`http://localhost:3000/api${address}`, { body, headers, method })
  const response = await handleEndpoints({
    config: payload.config,
    payloadInstanceCacheKey: new URL(test.databaseUrl).pathname.slice(1),
    request,
  })
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  const text = await response.text()
  return { body: isJson ? (JSON.parse(text) as Answer) : {}, status: response.status }
}

const files = () => readdir(path.join(uploads, 'avatars'))
