'use client'

import { useMemo } from 'react'

import type { Packed } from './packed'

/** What was packed, read once for as long as it is the same. */
export function useUnpacked<T>(packed: Packed<T>): T {
  return useMemo(() => JSON.parse(packed) as T, [packed])
}
