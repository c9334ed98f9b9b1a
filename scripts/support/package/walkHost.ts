import { walk } from '../../../tests/package/walk'
import { renamedSlugs, usualSlugs } from '../../../tests/package/walk/host'
import { walkWithMembers } from '../../../tests/package/walk/members'
import { walkDisabled, walkReduced } from '../../../tests/package/walk/reduced'
import { walkWithoutPortal } from '../../../tests/package/walk/withoutPortal'
import { freePort } from '../port'
import { addRouteFiles, prepareHost } from './prepareHost'
import { serveIn } from './serve'

/** What the host's configuration reads where its own members are the customers. */
const members = {
  GITHUB_CLIENT_ID: 'example',
  GITHUB_CLIENT_SECRET: 'example',
  HOST_VARIANT: 'members',
}

/**
 * Migrates and builds a host with the fewest files and uses it, then builds it with all of them and uses it in each of the ways that it can be run: by `next start` with a worker beside it, by the package's
 * server, and by `next start` again with other options: on the first database, but for its own members, who need other tables.
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
    { ...next, hasRouteFiles: false, name: 'next', title: 'by next start, with one route file' },
    walk,
  )
  await addRouteFiles(folder, environment({ databaseUrl: databases.next, name: 'next' }))
  await serve(
    { databaseUrl: databases.own, name: 'own', server: 'own', title: "by the package's server" },
    walk,
  )
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
