import { portalPath } from '../../http/portalPath'

const below = {
  activations: '/product-activations',
  addLicense: '/product-licenses/add',
  changeEmail: '/change-email',
  confirmEmail: '/confirm-email',
  confirmSignIn: '/confirm-sign-in',
  dashboard: '/dashboard',
  deleted: '/account-deleted',
  downloads: '/downloads',
  forgotPassword: '/forgot-password',
  freeSlot: '/free-slot',
  requestSlotLink: '/free-slot/request',
  invitation: '/invitation',
  licenses: '/product-licenses',
  login: '/login',
  logout: '/logout',
  register: '/register',
  resendConfirmation: '/confirm-email/resend',
  resetPassword: '/reset-password',
  secondFactor: '/login/verify',
  settings: '/settings',
} as const

/** Addresses of the portal, as the app's configuration places it: read when they are used, not when a module is loaded. */
export const paths = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(below).map(([name, path]) => [
      name,
      { enumerable: true, get: () => portalPath(path) },
    ]),
  ),
) as Readonly<Record<keyof typeof below, string>>

/** The page of one licence. */
export function licensePath(id: string): string {
  return `${paths.licenses}/${id}`
}

/** Where the certificate of a licence is downloaded. */
export function certificatePath(id: string): string {
  return `${licensePath(id)}/certificate`
}

/** Where a file of a version is downloaded, with a licence for its product. */
export function downloadPath(licenseId: string, versionId: string, type: 'main' | 'sql'): string {
  return `${licensePath(licenseId)}/downloads/${versionId}/${type}`
}

/**
 * The page at which an activation gets its name.
 *
 * @param from the page of the licence that it leads back to, where that is not the list of activations
 */
export function activationNamePath(id: string, from?: 'license'): string {
  return `${paths.activations}/${id}/name${from ? `?from=${from}` : ''}`
}

/** The page that asks before it deactivates an activation: where the dialog cannot open. */
export function deactivatePath(id: string): string {
  return `${paths.activations}/${id}/deactivate`
}
