import { randomUUID } from 'node:crypto'

import sharp, { type Metadata, type Sharp } from 'sharp'

import { inTurn } from './inTurn'
import { avatarSide, largestPhoto } from './limits'
import { photoType } from './photoType'

/** A rectangle in pixels of the photo as people see it: after the rotation that its EXIF asks for. */
export type Crop = { height: number; width: number; x: number; y: number }

/** Why a file does not become an avatar. */
export type EncodeError = 'failed' | 'missing' | 'notAnImage' | 'tooLarge' | 'tooManyPixels'

export type EncodedAvatar = { data: Buffer; mimetype: 'image/webp'; name: string; size: number }

const mostPixels = 40_000_000
const longestSide = 12_000

/** Tells sharp how much it may swallow. Only the first frame of an animation is read. */
const reading = { failOn: 'error', limitInputPixels: mostPixels, page: 0, pages: 1 } as const

/**
 * Makes a square WebP without metadata out of a photo that nobody has looked at yet. What it is, is told by its bytes; its size is
 * known from its header before a pixel of it is decoded.
 *
 * @param crop what to keep; the square in the middle when left out
 */
export async function encodeAvatar(
  data: Buffer,
  crop?: Crop | null,
): Promise<{ avatar: EncodedAvatar } | { error: EncodeError }> {
  if (data.length === 0) return { error: 'missing' }
  if (data.length > largestPhoto) return { error: 'tooLarge' }
  const type = photoType(data)
  if (!type) return { error: 'notAnImage' }
  const header = await readHeader(data)
  if (header?.format !== type) return { error: 'notAnImage' }
  if (!isDecodable(header)) return { error: 'tooManyPixels' }
  const area = crop ? squareWithin(crop, header.autoOrient) : null
  if (crop && !area) return { error: 'failed' }
  return inTurn(() => toWebp(data, area))
}

async function readHeader(data: Buffer): Promise<Metadata | null> {
  try {
    return await sharp(data, { ...reading, limitInputPixels: false }).metadata()
  } catch {
    return null
  }
}

function isDecodable({ height, width }: Metadata): boolean {
  return Math.max(width, height) <= longestSide && width * height <= mostPixels
}

/** The square that a crop asks for, in whole pixels that are there; null when it lies beside the photo or is no area at all. */
function squareWithin(crop: Crop, photo: { height: number; width: number }): Crop | null {
  if (!Object.values(crop).every(Number.isFinite)) return null
  const x = Math.max(0, Math.round(crop.x))
  const y = Math.max(0, Math.round(crop.y))
  const side = Math.min(
    Math.round(crop.width),
    Math.round(crop.height),
    photo.width - x,
    photo.height - y,
  )
  return side >= 1 ? { height: side, width: side, x, y } : null
}

async function toWebp(
  data: Buffer,
  area: Crop | null,
): Promise<{ avatar: EncodedAvatar } | { error: EncodeError }> {
  try {
    const encoded = await cut(sharp(data, reading).autoOrient(), area)
      .resize(avatarSide, avatarSide, { fit: 'cover' })
      // What is transparent would show the initials beneath, or vanish in one of the themes.
      .flatten({ background: '#fff' })
      // Payload encodes every WebP once more, at sharp's usual quality; this one must not lose anything before.
      .webp({ quality: 95 })
      .timeout({ seconds: 15 })
      .toBuffer()
    const name = `${randomUUID()}.webp`
    return { avatar: { data: encoded, mimetype: 'image/webp', name, size: encoded.length } }
  } catch (error) {
    const isSlow = error instanceof Error && error.message.startsWith('timeout')
    return { error: isSlow ? 'failed' : 'notAnImage' }
  }
}

function cut(photo: Sharp, area: Crop | null): Sharp {
  if (!area) return photo
  return photo.extract({ height: area.height, left: area.x, top: area.y, width: area.width })
}
