import { portalPath } from '../../http/portalPath'

/** Addresses of a customer's own photo, of the page that asks before it is removed, and of the one that says that it was too large. */
export const avatarPaths = {
  get photo() {
    return portalPath('/avatar')
  },
  get remove() {
    return portalPath('/avatar/remove')
  },
  get tooLarge() {
    return portalPath('/settings?photo=tooLarge')
  },
}
