import type { CollectionConfig, EditConfig, Endpoint } from 'payload'

import { mergeAuth } from './auth'
import { mergeFields } from './fields'
import { mergeHooks } from './hooks'
import { refuse } from './refuse'
import { refusePasswords } from './refusePasswords'

type AdminOptions = NonNullable<CollectionConfig['admin']>

/**
 * The host's collection with all that makes its users customers. What the host says holds, the plugin's own is what is left out, and what
 * protects accounts stays in both cases.
 *
 * @param host the collection, found good by `findHostCustomers`
 * @param own the plugin's collection, under the host's slug
 * @throws Error that says what to do where the two contradict
 */
export function mergeCustomers(host: CollectionConfig, own: CollectionConfig): CollectionConfig {
  const { slug } = host
  const hooks = mergeHooks(host.hooks, own.hooks)
  return {
    ...own,
    ...host,
    // Who may enter the admin panel is no matter of the customers' collection.
    access: { ...own.access, ...host.access, admin: own.access?.admin },
    admin: mergeAdmin(host.admin, own.admin),
    auth: mergeAuth(slug, host.auth, own.auth === true ? {} : own.auth || {}),
    endpoints: mergeEndpoints(slug, host.endpoints, own.endpoints),
    fields: mergeFields(slug, host.fields, own.fields),
    hooks: { ...hooks, beforeOperation: [refusePasswords, ...(hooks.beforeOperation ?? [])] },
  }
}

function mergeAdmin(host: AdminOptions = {}, own: AdminOptions = {}): AdminOptions {
  const { components: theirs, ...rest } = host
  const ours = own.components
  return {
    ...own,
    ...rest,
    components: {
      ...ours,
      ...theirs,
      beforeListTable: [...(ours?.beforeListTable ?? []), ...(theirs?.beforeListTable ?? [])],
      listMenuItems: [...(ours?.listMenuItems ?? []), ...(theirs?.listMenuItems ?? [])],
      views: {
        ...ours?.views,
        ...theirs?.views,
        edit: { ...ours?.views?.edit, ...theirs?.views?.edit } as EditConfig,
        list: { ...ours?.views?.list, ...theirs?.views?.list },
      },
    },
    custom: { ...rest.custom, ...own.custom },
  }
}

/** Ours come first: they stand before Payload's own login. */
function mergeEndpoints(
  slug: string,
  host: CollectionConfig['endpoints'],
  own: CollectionConfig['endpoints'],
): Omit<Endpoint, 'root'>[] {
  const ours = own || []
  const theirs = host || []
  for (const { method, path } of theirs) {
    if (!ours.some((endpoint) => endpoint.method === method && endpoint.path === path)) continue
    refuse(
      slug,
      `it has an endpoint ${method.toUpperCase()} ${path}, which is the plugin's. Give yours another path.`,
    )
  }
  return [...ours, ...theirs]
}
