import type { CollectionConfig, Config } from 'payload'

import { hasNumbers } from '../../../src/database/ownIds'
import { slugOf } from '../../../src/slugs/slugOf'
import { tableOf } from '../../../src/slugs/tables'
import type { SanitizedOptions } from '../options'
import { refuse } from './refuse'

/** The table of customers: the plugin's statements name it. */
const table = 'customers'

/**
 * The host's collection that the option `customers` names.
 *
 * @returns null where the plugin brings its own
 * @throws Error that says what to do, for a collection that cannot be it
 */
export function findHostCustomers(
  config: Pick<Config, 'admin' | 'collections' | 'db'>,
  options: SanitizedOptions,
): CollectionConfig | null {
  const slug = options.customers?.collection
  if (slug === undefined) return null
  const found = config.collections?.find((collection) => collection.slug === slug)
  if (!found) throw new Error(`licenseManager: customers: there is no collection ${slug}.`)
  if ((config.admin?.user ?? slugOf('users')) === slug) {
    refuse(
      slug,
      'its users may enter the admin panel, and administrators reach every licence. Name another collection as admin.user.',
    )
  }
  for (const option of ['access', 'collections', 'fields'] as const) {
    if (!options[option].customers) continue
    refuse(slug, `say in the collection itself what the option ${option}.customers says.`)
  }
  if (hasNumbers(config.db)) {
    refuse(
      slug,
      "its ids are numbers, and a customer's has to be a UUID, which cannot be guessed. Give the adapter idType: 'uuid', or leave the option out: the plugin's own customers have UUIDs beside the numbers of your collections.",
    )
  }
  refuseTable(found)
  refuseFeatures(found)
  return found
}

/** Another name would make Payload's next migration an empty table, and drop the one with the host's rows. */
function refuseTable({ dbName, slug }: CollectionConfig): void {
  const own = dbName ?? tableOf(slug)
  if (own === table) return
  refuse(
    slug,
    `its table has to be ${table}. Rename the table by a migration and give the collection dbName: '${table}'; docs/plugin.md says how.`,
  )
}

/** What the statements of accounts, which are not Payload's, would pass by. */
function refuseFeatures(collection: CollectionConfig): void {
  const { disableDuplicate, endpoints, slug, timestamps, trash, upload, versions } = collection
  if (disableDuplicate === false) {
    refuse(
      slug,
      'disableDuplicate is false, and a copy of an account would be confirmed without anybody having its address. Remove it.',
    )
  }
  if (endpoints === false) {
    refuse(slug, 'endpoints is false, and the admin panel and the accounts API need some.')
  }
  if (timestamps === false) {
    refuse(slug, 'timestamps is false, and the plugin writes createdAt and updatedAt.')
  }
  if (trash) {
    refuse(slug, 'trash is on, and somebody in the trash could still log in. Remove it.')
  }
  if (upload) refuse(slug, 'upload is on, and an account is no file. Remove it.')
  if (versions) {
    refuse(
      slug,
      'versions are on. They would keep copies of secrets, and saving an old one would bring back what it says. Remove them.',
    )
  }
}
