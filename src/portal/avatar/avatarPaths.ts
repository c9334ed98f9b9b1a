/** Addresses of a customer's own photo, and of the page that asks before it is removed. */
export const avatarPaths = { photo: '/customer/avatar', remove: '/customer/avatar/remove' } as const
