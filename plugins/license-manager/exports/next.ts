export { withLicenseManager } from '../withLicenseManager'
