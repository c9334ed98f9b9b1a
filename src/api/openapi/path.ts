import type { Route } from '../routes/route'

/** A path in OpenAPI's form: `/a/{name}`. */
export function pathOf({ path }: Pick<Route, 'path'>): string {
  return path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')
}
