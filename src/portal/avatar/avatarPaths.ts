import { portalPath } from '../../http/portalPath'

/** Addresses of a customer's own photo, and of the page that asks before it is removed. */
export const avatarPaths = {
  get photo() {
    return portalPath('/avatar')
  },
  get remove() {
    return portalPath('/avatar/remove')
  },
}
