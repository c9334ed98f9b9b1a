import { readdirSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import {
  accountPages,
  entryPages,
  unknownPage,
} from '../../../plugins/license-manager/portal/pages'
import { isFilePath } from '../../../src/portal/endpoints/files'
import { findPage } from '../../../plugins/license-manager/portal/findPage'

vi.mock('next/font/local', () => ({ default: () => ({ variable: '' }) }))

const folder = path.resolve('src/app/(portal)/customer')

/** The addresses of the route files, as the table of the package writes them. */
const routes = readdirSync(folder, { encoding: 'utf8', recursive: true })
  .filter((file) => path.basename(file) === 'page.tsx' && !file.includes('[...'))
  .map((file) => ({
    address: path
      .dirname(file)
      .split(path.sep)
      .filter((part) => part !== '.' && !part.startsWith('('))
      .join('/')
      .replace('[id]', ':id'),
    isInAccount: file.startsWith('(account)'),
  }))

describe('the catch-all page', () => {
  it('has every page of the portal, in the same frame', () => {
    const inAccount = (is: boolean) =>
      routes.filter(({ isInAccount }) => isInAccount === is).map(({ address }) => address)
    expect(Object.keys(accountPages).sort()).toEqual(inAccount(true).sort())
    expect(Object.keys(entryPages).sort()).toEqual(inAccount(false).sort())
  })

  it('prefers a page with a name to one of a record', () => {
    expect(findPage(['product-licenses', 'add'])).toMatchObject({
      id: '',
      page: accountPages['product-licenses/add'],
    })
    expect(findPage(['product-licenses', '0a1b'])).toMatchObject({
      id: '0a1b',
      page: accountPages['product-licenses/:id'],
    })
    expect(findPage(['product-activations', '0a1b', 'name']).id).toBe('0a1b')
  })

  it('starts at the portal itself', () => {
    expect(findPage().page).toBe(entryPages[''])
    expect(findPage([]).isInAccount).toBe(false)
  })

  it.each([
    ['nowhere'],
    ['__proto__'],
    ['constructor'],
    ['login', 'verify', 'x'],
    ['product-licenses', ''],
  ])('answers %j as no page', (...segments) => {
    expect(findPage(segments).page).toBe(unknownPage)
  })
})

describe('an address of a file', () => {
  /** Those of the route files, as a browser asks for them. */
  const files = readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) =>
      path
        .dirname(file)
        .split(path.sep)
        .filter((part) => !part.startsWith('('))
        .join('/')
        .replaceAll(/\[\w+\]/g, '0a1b'),
    )

  it('is known for each route file, and for no page', () => {
    expect(files).toHaveLength(4)
    expect(files.filter((file) => !isFilePath(file))).toEqual([])
    expect(routes.filter(({ address }) => isFilePath(address.replace(':id', '0a1b')))).toEqual([])
  })

  it.each(['', 'avatar/', 'avatar/x', 'product-licenses//certificate', '__proto__'])(
    'is not %j',
    (address) => {
      expect(isFilePath(address)).toBe(false)
    },
  )
})
