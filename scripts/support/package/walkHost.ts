import { walk } from '../../../tests/package/walk'
import { fillLogin } from '../../../tests/package/walk/firstForm'
import { renamedSlugs, usualSlugs } from '../../../tests/package/walk/host'
import { walkWithMembers } from '../../../tests/package/walk/members'
import { walkDisabled, walkReduced } from '../../../tests/package/walk/reduced'
import { walkWithoutPortal } from '../../../tests/package/walk/withoutPortal'
import { freePort } from '../port'
import { addDocument, addRouteFiles, prepareHost } from './prepareHost'
import { serveIn } from './serve'

/** What the host's configuration reads where its own members are the customers. */
const members = {
  GITHUB_CLIENT_ID: 'example',
  GITHUB_CLIENT_SECRET: 'example',
  HOST_VARIANT: 'members',
}

/** The portal's pages in the layout of the host's. */
const within = { document: 'host', switches: { HOST_VARIANT: 'within' } } as const

/**
 * Migrates and builds a host with one line in its configuration and one route file, in the layout of its other pages, and uses it by `next start` with a
 * worker beside it. Then it is built with `withLicenseManager` and all route files, and used by the package's server; and with a document of the portal's own by `next start` again, with other options:
 * on the first database, but for its own members, who need other tables.
 *
 * @param databases empty ones, by the run that begins on them
 */
export async function walkHost(
  folder: string,
  databases: { members: string; next: string; own: string },
): Promise<void> {
  const origin = `http://localhost:${await freePort()}`
  const { environment, serve } = serveIn(folder, origin)
  const slugs = { ...usualSlugs, customers: 'members' }
  await prepareHost(folder, {
    members: environment({ databaseUrl: databases.members, name: 'members', switches: members }),
    next: environment({ databaseUrl: databases.next, name: 'next' }),
    own: environment({ databaseUrl: databases.own, name: 'own' }),
  })

  const next = { databaseUrl: databases.next, server: 'next' } as const
  const walked = await serve(
    {
      ...next,
      ...within,
      hasAllFiles: false,
      name: 'next',
      title: 'by next start, with one line and one route file',
    },
    async (host) => ({ ...(await walk(host)), sendLogin: await fillLogin(host) }),
  )
  await serve(
    {
      ...next,
      ...within,
      address: '/logo.svg',
      name: 'next',
      title: 'anew, and the first request is a form',
    },
    walked.sendLogin,
  )
  const building = environment({ databaseUrl: databases.next, name: 'next' })
  await addRouteFiles(folder, building)
  await serve(
    {
      ...within,
      databaseUrl: databases.own,
      name: 'own',
      server: 'own',
      title: "by the package's server",
    },
    walk,
  )
  await addDocument(folder, building)
  await serve(
    {
      ...next,
      name: 'bare',
      slugs: renamedSlugs,
      switches: { HOST_VARIANT: 'bare' },
      title: 'without a portal, with other slugs',
    },
    (host) => walkWithoutPortal(host, walked),
  )
  await serve(
    {
      ...next,
      name: 'reduced',
      switches: { HOST_VARIANT: 'reduced' },
      title: 'without licensing API, dashboard and import',
    },
    (host) => walkReduced(host, walked),
  )
  await serve(
    {
      ...next,
      name: 'disabled',
      switches: { HOST_VARIANT: 'disabled' },
      title: 'with the plugin switched off',
    },
    (host) => walkDisabled(host, walked),
  )
  await serve(
    {
      databaseUrl: databases.members,
      name: 'members',
      server: 'next',
      slugs,
      switches: members,
      title: 'with its own members as the customers',
    },
    walkWithMembers,
  )
}
