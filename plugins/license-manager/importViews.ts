import type { Config } from 'payload'

/** Adds the pages of the import, which guard themselves, and the way to them. */
export function withImports(admin: Config['admin']): Config['admin'] {
  const components = admin?.components
  return {
    ...admin,
    components: {
      ...components,
      afterNavLinks: [
        ...(components?.afterNavLinks ?? []),
        '/src/admin/imports/ImportsNavLink#ImportsNavLink',
      ],
      views: {
        ...components?.views,
        import: { Component: '/src/admin/imports/ImportView#ImportView', path: '/imports/:id' },
        imports: {
          Component: '/src/admin/imports/ImportsView#ImportsView',
          exact: true,
          path: '/imports',
        },
      },
    },
  }
}
