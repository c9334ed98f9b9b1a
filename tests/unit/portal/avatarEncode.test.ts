import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { encodeAvatar } from '../../../collections/Avatars/encodeAvatar'
import { encoded, photo, red } from './support/photos'

const blue = { b: 255, g: 0, r: 0 }

/** 60 × 40 pixels: the left 20 columns are blue, the rest is red. */
const twoColours = () => {
  const stripe = { create: { background: blue, channels: 3 as const, height: 40, width: 20 } }
  return sharp({ create: { background: red, channels: 3, height: 40, width: 60 } }).composite([
    { input: stripe, left: 0, top: 0 },
  ])
}

describe('a photo becomes a square WebP', () => {
  it.each([
    ['JPEG', () => photo().jpeg()],
    ['PNG', () => photo().png()],
    ['WebP', () => photo().webp()],
    ['a single pixel', () => photo(1, 1).png()],
    ['a thin strip', () => photo(3000, 1).png()],
    ['greys with 16 bits', () => photo().toColourspace('grey16').png()],
    ['CMYK', () => photo().toColourspace('cmyk').jpeg()],
  ])('%s', async (_, make) => {
    const { data } = await encoded(await make().toBuffer())
    expect(await sharp(data).metadata()).toMatchObject({ format: 'webp', height: 512, width: 512 })
  })

  it('has a random name that says nothing of the file it came from', async () => {
    const data = await photo().png().toBuffer()
    const names = [(await encoded(data)).name, (await encoded(data)).name]
    for (const name of names) expect(name).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.webp$/)
    expect(names[0]).not.toBe(names[1])
  })

  it('shows what is transparent as white', async () => {
    const clear = { alpha: 0, b: 0, g: 0, r: 0 }
    const create = { background: clear, channels: 4 as const, height: 9, width: 9 }
    const { data } = await encoded(await sharp({ create }).png().toBuffer())
    expect(await colourAt(data, 256, 256)).toEqual([255, 255, 255])
  })

  it('keeps the first frame of an animation', async () => {
    const frames = await Promise.all([red, blue].map((background) => frame(background)))
    const animation = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer()
    expect((await sharp(animation).metadata()).pages).toBe(2)
    const { data } = await encoded(animation)
    expect((await sharp(data).metadata()).pages).toBeUndefined()
    expect(isRed(await colourAt(data, 256, 256))).toBe(true)
  })

  it('tells nobody where it was taken', async () => {
    const gps = { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' }
    const taken = await photo()
      .withExif({ IFD0: { Make: 'Camera', Software: 'Secret' }, IFD3: gps })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect((await sharp(taken).metadata()).exif?.includes('Secret')).toBe(true)
    const { data } = await encoded(taken)
    const { exif, icc, iptc, xmp } = await sharp(data).metadata()
    expect({ exif, icc, iptc, xmp }).toEqual({})
    expect(data.toString('latin1')).not.toMatch(/EXIF|XMP |Secret|Camera/i)
  })
})

describe('the part that is kept', () => {
  it('is the middle when none is named', async () => {
    const { data } = await encoded(await twoColours().png().toBuffer())
    expect(isRed(await colourAt(data, 400, 256))).toBe(true)
    expect(isBlue(await colourAt(data, 60, 256))).toBe(true)
  })

  it('is the one that is named', async () => {
    const png = await twoColours().png().toBuffer()
    const left = await encoded(png, { height: 20, width: 20, x: 0, y: 10 })
    const right = await encoded(png, { height: 20, width: 20, x: 40, y: 10 })
    for (const [x, y] of corners) {
      expect(isBlue(await colourAt(left.data, x, y))).toBe(true)
      expect(isRed(await colourAt(right.data, x, y))).toBe(true)
    }
  })

  it('is measured on the photo as people see it, after the rotation that its EXIF asks for', async () => {
    // Orientation 6: shown a quarter turn clockwise, 40 × 60, with the blue stripe on top.
    const turned = await twoColours()
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer()
    const top = await encoded(turned, { height: 18, width: 18, x: 11, y: 0 })
    const bottom = await encoded(turned, { height: 20, width: 20, x: 10, y: 40 })
    for (const [x, y] of corners) {
      expect(isBlue(await colourAt(top.data, x, y))).toBe(true)
      expect(isRed(await colourAt(bottom.data, x, y))).toBe(true)
    }
  })

  it('ends at the edge of the photo', async () => {
    const png = await photo().png().toBuffer()
    await encoded(png, { height: 1000, width: 1000, x: 30, y: 0 })
    await encoded(png, { height: 40.4, width: 40.4, x: 19.6, y: -0.3 })
  })

  it.each([
    ['beside the photo', { height: 10, width: 10, x: 60, y: 0 }],
    ['nothing', { height: 0, width: 0, x: 0, y: 0 }],
    ['less than nothing', { height: -5, width: 10, x: 0, y: 0 }],
    ['not a number', { height: Number.NaN, width: 10, x: 0, y: 0 }],
    ['without end', { height: 10, width: 10, x: 0, y: Number.POSITIVE_INFINITY }],
  ])('is refused when it is %s', async (_, crop) => {
    const png = await photo().png().toBuffer()
    expect(await encodeAvatar(png, crop)).toEqual({ error: 'failed' })
  })
})

const corners = [
  [20, 20],
  [490, 20],
  [20, 490],
  [490, 490],
] as const

function frame(background: typeof red): Promise<Buffer> {
  return sharp({ create: { background, channels: 3, height: 30, width: 30 } })
    .png()
    .toBuffer()
}

async function colourAt(data: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await sharp(data).extract({ height: 1, left, top, width: 1 }).raw().toBuffer())]
}

const isRed = ([r = 0, , b = 0]: number[]) => r > 200 && b < 60
const isBlue = ([r = 0, , b = 0]: number[]) => b > 200 && r < 60
