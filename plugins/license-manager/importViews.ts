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
        'payload-license-manager/client#ImportsNavLink',
      ],
      views: {
        ...components?.views,
        import: { Component: 'payload-license-manager/rsc#ImportView', path: '/imports/:id' },
        imports: {
          Component: 'payload-license-manager/rsc#ImportsView',
          exact: true,
          path: '/imports',
        },
      },
    },
  }
}
