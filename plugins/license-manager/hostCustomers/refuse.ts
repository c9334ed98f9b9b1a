/**
 * Ends the start: the host's collection cannot be the plugin's customers as it is.
 *
 * @param slug the collection
 * @param reason what is wrong with it, and what to do
 * @throws Error always
 */
export function refuse(slug: string, reason: string): never {
  throw new Error(`licenseManager: the collection ${slug} cannot be the customers: ${reason}`)
}
