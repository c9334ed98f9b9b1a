import { withPayload } from '@payloadcms/next/withPayload'
import { withLicenseManager } from 'payload-license-manager/next'

export default withPayload(withLicenseManager())
