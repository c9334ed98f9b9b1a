export { licensePortal } from '../portal/licensePortal'
export type { PortalAction } from '../portal/licensePortal'
