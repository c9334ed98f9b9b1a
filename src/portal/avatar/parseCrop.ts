import type { Crop } from '../../../collections/Avatars/encodeAvatar'

const fields = ['x', 'y', 'width', 'height'] as const

/**
 * What a form says of the part of the photo to keep. Whether that part is there, is known only with the photo.
 *
 * @returns null for a form without JavaScript, which names none; undefined for one that names nonsense
 */
export function parseCrop(form: FormData): Crop | null | undefined {
  const given = fields.map((field) => form.get(field))
  if (given.every((value) => value === null || value === '')) return null
  const [x, y, width, height] = given.map(toPixels)
  if (x === undefined || y === undefined || !width || !height) return undefined
  return { height, width, x, y }
}

function toPixels(value: FormDataEntryValue | null): number | undefined {
  if (typeof value !== 'string' || !/^\d{1,5}(?:\.\d{1,10})?$/.test(value)) return undefined
  return Number(value)
}
