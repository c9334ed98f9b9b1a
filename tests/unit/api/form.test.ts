import { expect, it } from 'vitest'

import { readForm } from '../../../src/api/form'

const read = (text: string) => readForm(new URLSearchParams(text))

it.each([
  ['', {}],
  ['a=1&b=&c', { a: '1', b: '', c: '' }],
  ['a=1&a=2', { a: '2' }],
  ['a[]=1', { a: ['1'] }],
  ['a[]=1&a[]=2', { a: ['1', '2'] }],
  ['a[0]=1&a[1]=2', { a: ['1', '2'] }],
  ['a=1&a[]=2', { a: ['2'] }],
  ['a%5B%5D=%C3%BC+%26', { a: ['ü &'] }],
  ['a[b]=1', { 'a[b]': '1' }],
])('reads %j', (text, fields) => {
  expect(read(text)).toEqual(fields)
})

it('takes __proto__ for a field like any other', () => {
  const form = read('__proto__=1&constructor=2')
  expect(Object.keys(form)).toEqual(['__proto__', 'constructor'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(Object.getPrototypeOf(form)).toBe(Object.prototype)
})
