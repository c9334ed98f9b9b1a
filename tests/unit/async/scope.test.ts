import { setTimeout } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { currentTrace, runTraced } from '../../../src/http/trace'
import { type Actor, currentActor, runAs } from '../../../src/licensing/actor'

const ada: Actor = { id: '1', ip: null, kind: 'admin', label: 'Ada' }
const bob: Actor = { id: '2', ip: null, kind: 'customer', label: 'Bob' }
const trace = { id: 'request-1' }

it('keeps the request for what runs on behalf of somebody, also later', async () => {
  await runTraced(trace, () =>
    runAs(ada, async () => {
      await setTimeout(1)
      expect(currentTrace()).toBe(trace)
      expect(currentActor()).toBe(ada)
    }),
  )
})

it('ends with what it was for: nobody acts as another afterwards', () => {
  runTraced(trace, () => {
    runAs(ada, () => {
      runAs(bob, () => {
        expect(currentActor()).toBe(bob)
      })
      expect(currentActor()).toBe(ada)
    })
    expect(currentActor()).toBeUndefined()
  })
  expect(currentTrace()).toBeUndefined()
})

it('keeps two requests apart that are answered at the same time', async () => {
  const seen = await Promise.all(
    [ada, bob].map((actor) =>
      runAs(actor, async () => {
        await setTimeout(1)
        return currentActor()?.label
      }),
    ),
  )
  expect(seen).toEqual(['Ada', 'Bob'])
})
