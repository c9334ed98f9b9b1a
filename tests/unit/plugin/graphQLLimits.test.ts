import { buildSchema, parse, specifiedRules, validate, type ValidationRule } from 'graphql'
import { describe, expect, it } from 'vitest'

import {
  deepestQuery,
  mostAliases,
  withQueryLimits,
} from '../../../plugins/license-manager/graphQLLimits'

const schema = buildSchema('type Query { name: String, next: Query, list: [Query] }')

function refusalsOf(source: string, rules = withQueryLimits(undefined)): string[] {
  const document = parse(source)
  const all = [...specifiedRules, ...rules({ document, schema })]
  return validate(schema, document, all).map(({ message }) => message)
}

/** `{ next { next { … name } } }` with so many fields in each other. */
const nested = (levels: number, inner = 'name') =>
  `${'{ next '.repeat(levels - 1)}{ ${inner} }${' }'.repeat(levels - 1)}`
const aliased = (count: number) =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: name`).join(' ')} }`

describe('the depth of a query', () => {
  it('is taken up to the limit and no further', () => {
    expect(refusalsOf(nested(deepestQuery))).toEqual([])
    expect(refusalsOf(nested(deepestQuery + 1))).toEqual([
      `The query is nested more than ${deepestQuery} levels. Ask in several requests.`,
    ])
  })

  it('is counted through fragments, named and inline', () => {
    const named = `query ${nested(4, 'next { ...F }')} fragment F on Query ${nested(deepestQuery - 3)}`
    expect(refusalsOf(named)).toHaveLength(1)
    expect(refusalsOf(nested(deepestQuery, '... on Query { next { name } }'))).toHaveLength(1)
  })

  it('ends with fragments that hold themselves, and with many that hold each other twice', () => {
    expect(refusalsOf('{ ...F } fragment F on Query { next { ...F } }')).not.toEqual([])
    const doubling = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on Query { next { ...F${at + 1} } list { ...F${at + 1} } }`,
    )
    const source = `{ ...F0 } ${doubling.join(' ')} fragment F40 on Query { name }`
    const withDepthAlone = withQueryLimits(undefined)({ document: parse(source), schema })
    const [refusal] = validate(schema, parse(source), withDepthAlone)
    expect(refusal?.message).toContain('nested')
  })

  it('does not count what is asked about the schema', () => {
    const types = `type ${'{ ofType '.repeat(deepestQuery)}{ name }${' }'.repeat(deepestQuery)}`
    expect(refusalsOf(`{ __schema { queryType { fields { ${types} } } } }`)).toEqual([])
  })
})

it('takes so many aliases in one request, wherever they stand, and no more', () => {
  expect(refusalsOf(aliased(mostAliases))).toEqual([])
  const refusal = `The query has more than ${mostAliases} aliases. Ask in several requests.`
  expect(refusalsOf(aliased(mostAliases + 1))).toEqual([refusal])
  const spread = `query { next ${aliased(mostAliases)} ...F } fragment F on Query { again: name }`
  expect(refusalsOf(spread)).toEqual([refusal])
  const inEach = Array.from({ length: 10 }, (_, at) => `b${at}: next { ...F }`).join(' ')
  expect(refusalsOf(`query { ${inEach} } fragment F on Query ${aliased(10)}`)).toEqual([refusal])
})

it('keeps the rules of a host', () => {
  const own: ValidationRule = () => ({})
  const rules = withQueryLimits(() => [own])({ document: parse('{ name }'), schema })
  expect(rules).toHaveLength(3)
  expect(rules[0]).toBe(own)
})
