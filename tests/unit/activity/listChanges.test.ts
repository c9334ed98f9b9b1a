import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'

import { listChanges } from '../../../src/activity/listChanges'

const fields = [
  { name: 'comments', type: 'text' },
  { name: 'domains', hasMany: true, type: 'text' },
  { name: 'entitlements', type: 'array' },
  { name: 'webhookUrls', hasMany: true, type: 'text' },
  { name: 'apiTokens', hasMany: true, type: 'text' },
  { name: 'contacts', type: 'array' },
] as unknown as FlattenedField[]

describe('the changes of lists', () => {
  it('are what was and what is, without the ids of rows', () => {
    const seats = { name: 'seats', value: '5' }
    expect(
      listChanges(
        fields,
        { domains: ['a.example'], entitlements: [{ id: 'row-1', ...seats }] },
        { comments: 'x', domains: ['b.example'], entitlements: [{ id: 'row-2', ...seats }] },
      ),
    ).toEqual({ domains: [['a.example'], ['b.example']] })
  })

  it('are none where a list is not written, or written as it was', () => {
    const before = { domains: ['a.example'], webhookUrls: null }
    expect(listChanges(fields, before, {})).toEqual({})
    expect(listChanges(fields, before, { domains: ['a.example'], webhookUrls: [] })).toEqual({})
  })

  it('of a host’s own lists are only that they changed: they may hold secrets', () => {
    const after = { apiTokens: ['s3cret'], contacts: [{ secret: 's3cret' }] }
    expect(listChanges(fields, {}, after)).toEqual({
      api_tokens: [null, null],
      contacts: [null, null],
    })
  })

  it('say of an address with a path only where it leads', () => {
    const webhookUrls = ['https://a.example/', 'https://b.example/private', 'no address']
    expect(listChanges(fields, {}, { webhookUrls })).toEqual({
      webhook_urls: [[], ['https://a.example/', 'https://b.example/…', 'no address']],
    })
  })

  it('hold nothing that PostgreSQL cannot have', () => {
    expect(listChanges(fields, {}, { domains: ['a\ud800', 'b\u0000', '\udfff'] })).toEqual({
      domains: [[], ['a', 'b', '']],
    })
  })
})
