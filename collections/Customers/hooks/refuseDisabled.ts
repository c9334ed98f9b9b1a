import { type CollectionBeforeLoginHook, Forbidden } from 'payload'

/** Payload's own login, which the portal does not use, is closed to disabled customers as well. */
export const refuseDisabled: CollectionBeforeLoginHook = ({ req, user }) => {
  if ((user as { disabledAt?: null | string }).disabledAt) throw new Forbidden(req.t)
}
