import type { CollectionConfig } from 'payload'

type Hooks = NonNullable<CollectionConfig['hooks']>

/**
 * Hooks of both. Before something is stored ours come last: they check what the host's have made of it. Before an operation, which ours may
 * refuse and for which they hold the row, and after one, ours come first.
 */
export function mergeHooks(host: Hooks = {}, own: Hooks = {}): Hooks {
  const names = new Set([...Object.keys(host), ...Object.keys(own)]) as Set<keyof Hooks>
  return Object.fromEntries(
    [...names].map((name) => {
      const theirs: unknown[] = host[name] ?? []
      const ours: unknown[] = own[name] ?? []
      const isOursLast = name.startsWith('before') && name !== 'beforeOperation'
      return [name, isOursLast ? [...theirs, ...ours] : [...ours, ...theirs]]
    }),
  )
}
