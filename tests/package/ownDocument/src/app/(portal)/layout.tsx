import config from '@payload-config'
import { licensePortal } from 'payload-license-manager/portal'

const { generateLayoutMetadata, Layout, viewport } = licensePortal(config)

export { Layout as default, generateLayoutMetadata as generateMetadata, viewport }
