import { useConfig } from '@payloadcms/ui'

import type { Slug } from '../slugs/slugOf'
import { ownName } from './ownName'

/** Gives the slug that a collection has in this app, as `slugOf` does on the server. */
export function useSlug(): (slug: Slug) => string {
  const { config } = useConfig()
  return (slug) =>
    config.collections.find(({ admin }) => admin.custom?.[ownName] === slug)?.slug ?? slug
}
