import config from '@payload-config'
import { licensePortal } from 'payload-license-manager/portal'

const { generateMetadata, Page } = licensePortal(config, async () => {
  'use server'
})

export { generateMetadata, Page as default }
