import type { EncodeError } from '../../../collections/Avatars/encodeAvatar'

/** What became of a photo that was sent. */
export type AvatarState = { result: 'idle' | 'saved' | EncodeError }

/** What became of the wish to have no photo. */
export type RemovalState = { result: 'asked' | 'failed' | 'removed' }
