/** How Node starts a server: as in the image and the systemd unit. */
export const serverFlags = ['--conditions=production']
