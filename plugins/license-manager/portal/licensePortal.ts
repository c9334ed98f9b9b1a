import Layout, {
  generateMetadata as generateLayoutMetadata,
  viewport,
} from '../../../src/app/(portal)/layout'
import { publishedKeys } from '../../../src/portal/licenses/publishedKeys'
import { GET } from './files'
import { Forbidden } from './Forbidden'
import { NotFound } from './NotFound'
import { generateMetadata, Page } from './Page'
import { type AppConfig, registerConfig } from './registeredConfig'

/** A server action of the host's route file that does nothing. */
export type PortalAction = () => Promise<void>

/** What route files beside the pages take. */
const files = {
  Forbidden,
  generateLayoutMetadata,
  GET,
  Layout,
  NotFound,
  publishedKeys,
  viewport,
}

const pages = { generateMetadata, Page }

/**
 * The portal, for route files of the host's: `Page` and `generateMetadata` for the catch-all page, `NotFound` and `Forbidden` for the files beside
 * it, `Layout`, `generateLayoutMetadata` and `viewport` for a document of the portal's own, `GET` for files and `publishedKeys` for the keys of certificates.
 *
 * @param config the app's Payload configuration, what `@payload-config` exports
 * @param action for the file of the pages, which are there only with it: a function with `'use server'` in it. Before Next runs an action of a page, it
 *   loads every file of that page that has one, and no other: without it, a process whose first request is a form of the portal would not know the
 *   configuration
 */
export function licensePortal(config: AppConfig): typeof files
export function licensePortal(config: AppConfig, action: PortalAction): typeof files & typeof pages
export function licensePortal(config: AppConfig, action?: PortalAction) {
  registerConfig(config)
  return action ? { ...files, ...pages } : files
}
