import { describe, expect, it } from 'vitest'

import { parseCrop } from '../../../src/portal/avatar/parseCrop'

describe('the part of a photo that a form names', () => {
  it('is read in pixels', () => {
    const form = formOf({ height: '40', width: '40.5', x: '0', y: '12000' })
    expect(parseCrop(form)).toEqual({ height: 40, width: 40.5, x: 0, y: 12000 })
  })

  it('is none without JavaScript', () => {
    expect(parseCrop(formOf({}))).toBeNull()
    expect(parseCrop(formOf({ height: '', width: '', x: '', y: '' }))).toBeNull()
  })

  it.each(['', '-1', 'NaN', 'Infinity', '1e3', '0x10', ' 5', '123456', '5;', '٥', '1.2.3'])(
    'is nonsense with %j in it',
    (x) => {
      expect(parseCrop(formOf({ height: '40', width: '40', x, y: '0' }))).toBeUndefined()
    },
  )

  it('is nonsense when it is empty, incomplete or a file', () => {
    expect(parseCrop(formOf({ height: '0', width: '40', x: '0', y: '0' }))).toBeUndefined()
    expect(parseCrop(formOf({ height: '40', width: '40', x: '0' }))).toBeUndefined()
    const withFile = formOf({ height: '40', width: '40', y: '0' })
    withFile.set('x', new File(['0'], '0'))
    expect(parseCrop(withFile)).toBeUndefined()
  })
})

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
