/** Kinds of photos that are read. Everything else that sharp knows stays closed: SVG, GIF, TIFF, HEIF, AVIF. */
export type PhotoType = 'jpeg' | 'png' | 'webp'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const jpeg = Buffer.from([0xff, 0xd8, 0xff])

/** What a file is by its first bytes; its name and what the browser calls it do not count. Null for anything but a photo. */
export function photoType(data: Buffer): null | PhotoType {
  if (data.subarray(0, jpeg.length).equals(jpeg)) return 'jpeg'
  if (data.subarray(0, png.length).equals(png)) return 'png'
  const isWebp =
    data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP'
  return isWebp ? 'webp' : null
}
