/**
 * How Node starts a server: as in the image and the systemd unit. The room for young objects is four times the usual one: there are a
 * quarter of the small garbage collections, which hold up all who wait.
 */
export const serverFlags = ['--conditions=production', '--max-semi-space-size=64']
