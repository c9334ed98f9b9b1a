const slugPattern = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/

/**
 * Checks the slugs that a host chose for what a plugin adds.
 *
 * @param plugin whose option they are, as errors name it
 * @param own what the plugin itself calls what it adds
 * @param slugs the host's, by the plugin's own
 * @throws Error for one that is none, that is Payload's, that is there twice, or that is of nothing that the plugin adds
 */
export function sanitizeSlugs<Slugs extends Partial<Record<string, string>>>(
  plugin: string,
  own: readonly (keyof Slugs)[],
  slugs: Slugs,
): Slugs {
  const unknown = Object.keys(slugs).find((name) => !own.includes(name))
  if (unknown !== undefined) {
    throw new Error(`${plugin}: slugs: there is no ${unknown} to be renamed.`)
  }
  const chosen = Object.values(slugs).filter((slug) => slug !== undefined)
  for (const slug of chosen) {
    if (slugPattern.test(slug) && !slug.startsWith('payload-')) continue
    throw new Error(`${plugin}: the slug ${slug} must be lower-case letters, digits and hyphens.`)
  }
  if (new Set(chosen).size === chosen.length) return slugs
  throw new Error(`${plugin}: two collections cannot have one slug.`)
}
