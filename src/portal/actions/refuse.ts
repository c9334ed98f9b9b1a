import 'server-only'

import { headers } from 'next/headers'

import { assertSameOrigin, ForeignOriginError } from '../session/origin'
import { requirePortal } from '../shell/requirePortal'
import { forbid } from './forbid'

/**
 * What every server action begins with.
 *
 * @throws Next's 404 where the app has no portal, what `forbid` throws for a write that does not come from a page of this site
 */
export async function refuseForeignOrigin(): Promise<void> {
  await requirePortal()
  try {
    await assertSameOrigin()
  } catch (error) {
    if (error instanceof ForeignOriginError) forbid()
    throw error
  }
}

/**
 * Answers an action with 403, see `forbid`. Without JavaScript, Next answers every interrupt of an action with 404; there the action ends
 * having done nothing, and the page that is rendered after it answers 403 by its own check.
 *
 * @param state what the action then returns
 * @throws what `forbid` does where a script made the call
 */
export async function refuseAction<State>(state: State): Promise<State> {
  if ((await headers()).has('next-action')) forbid()
  return state
}
