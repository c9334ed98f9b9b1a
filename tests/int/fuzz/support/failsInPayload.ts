import type { Wish } from './wishes'

/**
 * What Payload itself answers administrators with 500: a file that is not there, and preferences that are taken back. Of these only the rest is
 * asked for.
 */
export function failsInPayload({ route }: Wish): boolean {
  const { method, path } = route
  return /^(GET \/[\w-]+\/file\/:filename|\w+ \/payload-preferences\/:\w+)$/.test(
    `${method} ${path}`,
  )
}
