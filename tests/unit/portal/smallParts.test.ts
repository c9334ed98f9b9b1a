import { describe, expect, it } from 'vitest'

import { installationName } from '../../../src/portal/activations/installationName'
import { isUuid } from '../../../src/text/isUuid'
import { initials } from '../../../src/portal/shell/initials'
import { knownTheme } from '../../../src/portal/theme/theme'

describe('isUuid', () => {
  it('accepts ids in either case', () => {
    expect(isUuid('d6ec7a43-166d-48a7-8921-016cd8ed20a9')).toBe(true)
    expect(isUuid('D6EC7A43-166D-48A7-8921-016CD8ED20A9')).toBe(true)
  })

  it.each(['', 'x', '42', ' d6ec7a43-166d-48a7-8921-016cd8ed20a9', undefined, null, ['a'], {}])(
    'refuses %j',
    (value) => {
      expect(isUuid(value)).toBe(false)
    },
  )
})

describe('initials', () => {
  it.each([
    ['Robin Ellery', 'RE'],
    ['Ana María de la Cruz', 'AC'],
    ['cher', 'C'],
    ['李小龍', '李'],
    ['Ada <Lovelace>', 'AL'],
    ['  ', ''],
  ])('%s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

describe('knownTheme', () => {
  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['system', 'system'],
    ['"><script>', 'system'],
    [undefined, 'system'],
    [null, 'system'],
  ])('%s', (value, theme) => {
    expect(knownTheme(value)).toBe(theme)
  })
})

describe('installationName', () => {
  it('takes the first thing that names it', () => {
    const nothing = { clientName: null, domain: null, ip: null, name: null }
    expect(installationName({ ...nothing, domain: 'a.example', name: 'Laptop' }, '?')).toBe(
      'Laptop',
    )
    expect(installationName({ ...nothing, domain: 'a.example', ip: '10.0.0.1' }, '?')).toBe(
      'a.example',
    )
    expect(installationName({ ...nothing, clientName: 'Till 3', ip: '10.0.0.1' }, '?')).toBe(
      'Till 3',
    )
    expect(installationName({ ...nothing, ip: '10.0.0.1' }, '?')).toBe('10.0.0.1')
    expect(installationName(nothing, '?')).toBe('?')
  })
})
