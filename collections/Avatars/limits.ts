/** The side of an avatar, in pixels. */
export const avatarSide = 512

/** The largest photo that is read, in bytes. */
export const largestPhoto = 5 * 1024 * 1024

/** The largest form that Next takes, in bytes: a photo, and what is around it. `withLicenseManager` tells Next. */
export const largestForm = 6 * 1024 * 1024

/** What `withLicenseManager` sets in the environment of Next's build. */
export const largePhotos = 'LICENSE_MANAGER_LARGE_PHOTOS'

/** The largest photo that the portal sends, in bytes: Next by itself takes forms of 1 MB. */
export const largestSentPhoto = process.env.LICENSE_MANAGER_LARGE_PHOTOS ? largestPhoto : 900 * 1024

/** What a file picker offers. What a file is, the server finds out by itself. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp']
