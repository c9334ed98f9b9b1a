import fc from 'fast-check'

import { hostileBody, hostileText, hostileValue, wellFormed } from '../../../support/hostile'
import type { Route, Sent } from './endpoints'

/** What the handlers read, of bodies and of addresses. */
const names = [
  'captchaAnswer captchaToken code collection count data email error filename filter format id ids kind',
  'language limit mapping message mode months name only options outcome page password period preset',
  'product q redirect rememberMe search sort state subject to token type where __proto__ constructor',
].flatMap((line) => line.split(' '))

const knownText = [
  'activations customers licenses google envato csv xlsx create licenseCreated file.csv',
  'admin@example.com reader@example.com somebody@example.com theirs@example.com',
].flatMap((line) => line.split(' '))

const knownOf = (someIds: string[]) =>
  fc.constantFrom<unknown>(
    ...[...someIds, ...knownText, 'a wrong password 123', 5, true],
    ...[someIds, [someIds[0]], { id: { exists: true } }, { email: 0, name: 1 }],
  )

/** An arbitrary call of one of the routes, with what somebody knows or makes up. */
export function wishOf(chosen: Route[], someIds: string[]) {
  const known = knownOf(someIds)
  const value = fc.oneof({ arbitrary: known, weight: 2 }, { arbitrary: hostileValue, weight: 1 })
  return fc.record({
    body: fc.oneof(
      { arbitrary: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12 }), weight: 6 },
      { arbitrary: hostileBody, weight: 1 },
    ),
    contentType: fc.constantFrom(
      ...['application/json', 'application/json', 'application/json', 'multipart/form-data'],
      ...['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/csv'],
    ),
    isForm: fc.nat(9).map((one) => one === 0),
    origin: fc.constantFrom(
      'http://localhost:3000',
      'http://localhost:3000',
      'null',
      'https://x.example',
    ),
    parameters: fc.infiniteStream(fc.oneof(known.map(String), hostileText)),
    query: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }),
    route: fc.constantFrom(...chosen),
  })
}

/** One call, before its path is filled in. */
export type Wish = ReturnType<typeof wishOf> extends fc.Arbitrary<infer One> ? One : never

/** Longer ones are cut off, as servers do. */
export const longestParameter = 2000

/** A value as an address or a form can carry it. */
export function textOf(value: unknown): string {
  return wellFormed(typeof value === 'object' ? JSON.stringify(value) : value)
}

function formOf(body: Wish['body']): FormData {
  const form = new FormData()
  form.set('file', new Blob([textOf(body)], { type: 'image/png' }), '../file.png')
  form.set('_payload', textOf(body))
  return form
}

/** The call as it is sent, by whoever has the token of a session or of an administrator. */
export function toRequest(wish: Wish, token: null | string): Sent {
  const { body, contentType, isForm, origin, parameters, query, route } = wish
  const path = route.path.replace(
    /:\w+\??/g,
    () => encodeURIComponent(wellFormed(parameters.next().value).slice(0, 500)) || 'x',
  )
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, textOf(value).slice(0, longestParameter)]),
  )
  return {
    body: isForm ? formOf(body) : typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      Origin: origin,
      ...(isForm ? {} : { 'Content-Type': contentType }),
      ...(token ? { Authorization: `JWT ${token}`, Cookie: `lm-portal=${token}` } : {}),
    },
    method: route.method,
    path: `${path}?${search.toString()}`,
  }
}
