import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { licensingPath } from './licensingPath'

/** What an address is called in metrics and logs, where it must be one of few and hold nothing that somebody chose. */
export type RoutePatterns = {
  /** The pattern of a path that the licensing API did not name. */
  patternOf: (pathname: string) => string
  /** The path with only those parts left that are words of the app or ids. */
  withoutValues: (pathname: string) => string
}

type Page = { page: string; regex: string }
type Manifest = { dynamicRoutes: Page[]; staticRoutes: Page[] }

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
const payloadWords =
  'admin api collections create customer file globals graphql login logout me metrics ready'

/**
 * @param root the folder with the build, whose pages are told apart; without one they are not
 * @param slugs of Payload's collections and globals
 * @param routes further patterns, whose words may stay in paths
 */
export function createRoutePatterns(
  root: string,
  slugs: readonly string[],
  routes: readonly string[],
): RoutePatterns {
  const pages = readPages(root)
  const known = new Set([...slugs, ...payloadWords.split(' ')])
  for (const pattern of [...routes, ...pages.map(({ page }) => page)]) {
    for (const part of pattern.split('/')) if (/^[\w.-]+$/.test(part)) known.add(part)
  }
  const ofPayload = new Set(slugs)
  return {
    patternOf: (pathname) => {
      if (pathname.startsWith('/_next/')) return '/_next/*'
      if (licensingPath.test(pathname)) return '/api/(unknown)'
      const [, first, second = ''] = pathname.split('/')
      if (pathname === '/api/ready' || pathname === '/api/metrics') return pathname
      if (first === 'api') return ofPayload.has(second) ? `/api/${second}/*` : '/api/*'
      return pages.find(({ matches }) => matches.test(pathname))?.page ?? '(unknown)'
    },
    withoutValues: (pathname) =>
      pathname
        .split('/')
        .slice(0, 12)
        .map((part) => (part === '' || known.has(part) || uuid.test(part) ? part : '*'))
        .join('/'),
  }
}

function readPages(root: string): { matches: RegExp; page: string }[] {
  const file = path.join(root, '.next/routes-manifest.json')
  if (!existsSync(file)) return []
  const { dynamicRoutes, staticRoutes } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    matches: new RegExp(regex),
    page,
  }))
}
