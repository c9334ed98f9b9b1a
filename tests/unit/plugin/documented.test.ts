import { readFileSync } from 'node:fs'
import path from 'node:path'

import type { Config } from 'payload'
import { expect, it } from 'vitest'

import { captcha } from '../../../plugins/captcha'
import { licenseManager } from '../../../plugins/license-manager'
import type { SanitizedOptions } from '../../../plugins/license-manager/options'
import { socialLogin } from '../../../plugins/social-login'
import { legacyNames } from '../../../src/api/legacy/names'
import { socialAccounts } from '../../../src/portal/endpoints/socialAccounts'

const document = readFileSync(path.resolve('docs/plugin.md'), 'utf8')
const added = document.slice(
  document.indexOf('## What it adds'),
  document.indexOf('## What it changes'),
)

/** What is between backticks, however it goes on. */
const names = (text: string) => added.includes(`\`${text}\``)

/** The configuration of an empty host, as the plugins leave it. */
async function build(): Promise<Config> {
  const plugins = [
    licenseManager(),
    captcha({ global: 'settings' }),
    socialLogin({ accounts: socialAccounts, collection: 'customers', global: 'settings' }),
  ]
  let config = {} as Config
  for (const plugin of plugins) config = await plugin(config)
  return config
}

it('every collection and global is named', async () => {
  const { collections = [], globals = [] } = await build()
  const slugs = [...collections, ...globals].map(({ slug }) => slug)
  expect(slugs).not.toHaveLength(0)
  expect(slugs.filter((slug) => !names(slug))).toEqual([])
})

it('every endpoint is named, those of LicenseBox together', async () => {
  const { endpoints = [] } = await build()
  const paths = new Set(endpoints.map(({ path: at }) => at))
  const isLegacy = (at: string) => legacyNames.some((name) => at.startsWith(`/${name}`))
  const missing = [...paths]
    .filter((at) => !isLegacy(at))
    .map((at) => `/api${at.replace('/:path*', '/*').replace(/^\/portal\/.*/, '/portal/*')}`)
    .filter((at) => !names(at) && !names(`GET ${at}`) && !names(`POST ${at}`))
  expect(missing).toEqual([])
})

it('every endpoint of a collection is named, but for versions and the calls of accounts-api.md', async () => {
  const { collections = [] } = await build()
  const isElsewhere = (slug: string, at: string) =>
    /^\/versions(?:\/:id)?$/.test(at) ||
    (slug === 'customers' && !/^\/(?:bulk|:id\/actions)\//.test(at))
  const missing = collections
    .flatMap(({ endpoints, slug }) => (endpoints || []).map(({ path: at }) => ({ at, slug })))
    .filter(({ at, slug }) => !isElsewhere(slug, at))
    .map(({ at, slug }) => `/api/${slug}${at}`)
    .filter((at) => !added.includes(at) && !added.includes(at.replace(/\/[^/]+$/, '/*')))
  expect(missing).toEqual([])
})

it('every option is in the table', () => {
  const options: Record<keyof SanitizedOptions, true> = {
    access: true,
    collections: true,
    customers: true,
    dashboard: true,
    enabled: true,
    fields: true,
    hooks: true,
    imports: true,
    licensingApi: true,
    mailLayout: true,
    mails: true,
    portal: true,
    settings: true,
    slugs: true,
    trustedProxies: true,
    uploadDir: true,
  }
  const missing = Object.keys(options).filter((name) => !document.includes(`\n| \`${name}\` `))
  expect(missing).toEqual([])
})
