import type { CollectionAfterChangeHook } from 'payload'

/** Adds the key to the answer of the request that made it. */
export const showKeyOnce: CollectionAfterChangeHook<Record<string, unknown> & { id: string }> = ({
  context,
  doc,
  operation,
}) => {
  if (operation !== 'create') return doc
  const key = context.issuedApiKey
  delete context.issuedApiKey
  return { ...doc, key }
}
