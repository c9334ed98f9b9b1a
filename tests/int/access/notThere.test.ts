import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { graphQLOf } from '../../support/graphQL'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { senderOf } from '../fuzz/support/endpoints'
import { type Actor, createPeople, type People, requestOf } from './people'

let people: People
let rest: Rest
let test: TestPayload
let token: string

beforeAll(async () => {
  test = await createTestPayload()
  people = await createPeople(test.payload)
  rest = restOf(test)
  const { admin, password } = people
  token = await tokenOf(test.payload, 'users', { email: admin.email, password })
})
afterAll(() => test.close())

describe('what an administrator asks for and is not there', () => {
  it.each(['avatars', 'release-files'])('a file of %s is 404', async (slug) => {
    const { body, status } = await rest('GET', `/${slug}/file/nothing.zip`, { token })
    expect(status).toBe(404)
    expect(body).toEqual({ errors: [{ message: 'Not found.' }] })
  })

  it.each(['avatars', 'release-files'])(
    'a file of %s under a prefix, which they do not have, is a mistake of the caller',
    async (slug) => {
      const { status } = await rest('GET', `/${slug}/file/nothing.zip?prefix=a`, { token })
      expect(status).toBe(400)
    },
  )

  it('a file that is there is still handed out', async () => {
    const bytes = Buffer.from('select 1')
    const { filename } = await test.payload.create({
      collection: 'release-files',
      data: {},
      file: { data: bytes, mimetype: 'application/sql', name: 'there.sql', size: bytes.length },
    })
    const { status } = await rest('GET', `/release-files/file/${filename}`, { token })
    expect(status).toBe(200)
  })

  it('a preference is 404 when it is taken back, and one that is there is taken back', async () => {
    expect(await rest('DELETE', '/payload-preferences/nothing', { token })).toMatchObject({
      status: 404,
    })
    await rest('POST', '/payload-preferences/mine', { body: { value: { a: 1 } }, token })
    expect(await rest('DELETE', '/payload-preferences/mine', { token })).toMatchObject({
      status: 200,
    })
    const left = await test.payload.count({
      collection: 'payload-preferences',
      where: { key: { equals: 'mine' } },
    })
    expect(left.totalDocs).toBe(0)
  })
})

it.each(['avatars', 'release-files'])(
  'what is sent to %s in the place of a file tells nobody which files the server has',
  async (slug) => {
    const send = async (filename: string) => {
      const form = new FormData()
      form.set('file', JSON.stringify({ collectionSlug: slug, filename, mimeType: 'text/plain' }))
      const sender = senderOf(test)
      const headers = { origin: 'http://localhost:3000' }
      const { status, text } = await sender({
        body: form,
        headers,
        method: 'POST',
        path: `/${slug}`,
      })
      return { status, text }
    }
    const there = await send('../../../../../../../../etc/passwd')
    expect(there).toEqual(await send('../../../../../../../../etc/nothing-of-the-kind'))
    expect(there.status).toBeGreaterThanOrEqual(400)
  },
)

it.each(['nobody', 'customer'] as const)('of files %s learns nothing', async (actor) => {
  const { email } = people.customer
  const token =
    actor === 'customer'
      ? await tokenOf(test.payload, 'customers', { email, password: people.password })
      : undefined
  for (const name of ['there.sql', 'nothing.sql', '%2Fetc%2Fpasswd', '..%2F..%2Fetc%2Fpasswd']) {
    const { status } = await rest('GET', `/release-files/file/${name}`, { token })
    expect(status, name).toBe(403)
  }
})

describe('what somebody may do, asked over GraphQL', () => {
  const operations = `read { permission } update { permission }`
  const question = (license: string) => `{
    Access { canAccessAdmin licenses { ${operations} delete { permission where } fields { comments { read { permission } } } } }
    docAccessLicense(id: "${license}") { ${operations} fields { comments { read { permission } } } }
    docAccessSetting { ${operations} fields { productName { update { permission } } } }
  }`
  const yes = { permission: true }

  it.each<Actor>(['nobody', 'customer'])('%s is told no, not failed', async (actor) => {
    const { data, errors } = await ask(actor)
    expect(errors).toEqual([])
    expect(data.Access).toMatchObject({ canAccessAdmin: false, licenses: { delete: null } })
    expect(data.docAccessLicense).toMatchObject({ update: null })
    expect(data.docAccessSetting).toMatchObject({ read: null, update: null })
  })

  it('an administrator is told yes', async () => {
    const { data, errors } = await ask('admin')
    expect(errors).toEqual([])
    const all = { fields: { comments: { read: yes } }, read: yes, update: yes }
    expect(data.Access).toEqual({
      canAccessAdmin: true,
      licenses: { ...all, delete: { permission: true, where: null } },
    })
    expect(data.docAccessLicense).toEqual(all)
    expect(data.docAccessSetting).toEqual({
      fields: { productName: { update: yes } },
      read: yes,
      update: yes,
    })
  })

  const ask = async (actor: Actor) =>
    graphQLOf(test).ask(question(people.mine.license.id), {
      req: await requestOf(test.payload, people, actor),
    })
})
