import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { expect, it } from 'vitest'

import { refuseForeignForm } from '../../../src/server/refuseForeignForm'

const site = 'https://licenses.example.com'

it.each(['https://evil.example', 'null', 'nonsense', '', `${site}.evil.example`, `${site}:8443`])(
  'refuses a form of the portal or the admin panel from %j',
  (origin) => {
    expect(isRefused({ origin })).toBe(true)
    expect(isRefused({ origin, url: '/%63ustomer/login?redirect=x' })).toBe(true)
    expect(isRefused({ origin, url: '/admin' })).toBe(true)
    expect(isRefused({ origin, url: '/admin/collections/licenses?page=2' })).toBe(true)
  },
)

it.each([
  { origin: site },
  { origin: undefined },
  { method: 'GET' },
  { url: '/api/customers/login' },
  { url: '/administrators' },
  { url: '/customers' },
  { serverURL: null },
])('leaves %j to whom it is for', (request) => {
  expect(isRefused({ origin: 'https://evil.example', ...request })).toBe(false)
})

it('takes the host for the site where no address is configured', () => {
  const host = 'localhost:3000'
  expect(isRefused({ host, origin: `http://${host}`, serverURL: '' })).toBe(false)
  expect(isRefused({ host, origin: site, serverURL: '' })).toBe(true)
})

it('leaves a form of the panel to Next where it comes from where it goes to', () => {
  const host = 'panel.example.com'
  const here = { host, origin: `https://${host}` }
  expect(isRefused({ ...here, url: '/admin' })).toBe(false)
  expect(isRefused({ ...here, url: '/customer/login' })).toBe(true)
  expect(isRefused({ forwarded: host, origin: here.origin, url: '/admin' })).toBe(false)
  expect(isRefused({ ...here, forwarded: 'licenses.example.com', url: '/admin' })).toBe(true)
})

type Sent = {
  forwarded?: string
  host?: string
  method?: string
  origin: string | undefined
  serverURL?: null | string
  url?: string
}

function isRefused({
  forwarded,
  host = 'licenses.example.com',
  method = 'POST',
  origin,
  serverURL = site,
  url = '/customer/login',
}: Sent): boolean {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { headers: { host, origin, 'x-forwarded-host': forwarded }, method, url })
  const response = new ServerResponse(request)
  const refused = refuseForeignForm(request, response, serverURL)
  expect(response.statusCode).toBe(refused ? 403 : 200)
  return refused
}
