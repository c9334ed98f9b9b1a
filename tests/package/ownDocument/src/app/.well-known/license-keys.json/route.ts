import config from '@payload-config'
import { licensePortal } from 'payload-license-manager/portal'

export const { publishedKeys: GET } = licensePortal(config)
