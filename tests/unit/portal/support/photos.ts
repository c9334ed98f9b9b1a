import sharp from 'sharp'

import { encodeAvatar } from '../../../../collections/Avatars/encodeAvatar'

export const red = { b: 0, g: 0, r: 255 }

/** A red one, 60 × 40 pixels unless said otherwise. */
export const photo = (width = 60, height = 40) =>
  sharp({ create: { background: red, channels: 3, height, width } })

/** What becomes of a photo that is not refused. */
export async function encoded(...args: Parameters<typeof encodeAvatar>) {
  const result = await encodeAvatar(...args)
  if ('error' in result) throw new Error(`refused: ${result.error}`)
  return result.avatar
}
