/** Addresses of the portal. */
export const paths = {
  activations: '/customer/product-activations',
  addLicense: '/customer/product-licenses/add',
  changeEmail: '/customer/change-email',
  confirmEmail: '/customer/confirm-email',
  confirmSignIn: '/customer/confirm-sign-in',
  dashboard: '/customer/dashboard',
  deleted: '/customer/account-deleted',
  downloads: '/customer/downloads',
  forgotPassword: '/customer/forgot-password',
  freeSlot: '/customer/free-slot',
  requestSlotLink: '/customer/free-slot/request',
  invitation: '/customer/invitation',
  licenses: '/customer/product-licenses',
  login: '/customer/login',
  logout: '/customer/logout',
  register: '/customer/register',
  resendConfirmation: '/customer/confirm-email/resend',
  resetPassword: '/customer/reset-password',
  secondFactor: '/customer/login/verify',
  settings: '/customer/settings',
} as const

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
