import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'

import { encodeAvatar } from '../../../collections/Avatars/encodeAvatar'
import { largestPhoto } from '../../../collections/Avatars/limits'
import { crc32 } from '../../support/crc32'
import { encoded, photo, red } from './support/photos'

describe('what is no photo', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'

  it.each([
    ['SVG', () => svg],
    ['SVG behind an XML declaration', () => `<?xml version="1.0"?>${svg}`],
    ['GIF', () => photo().gif().toBuffer()],
    ['TIFF', () => photo().tiff().toBuffer()],
    ['AVIF', () => photo().avif().toBuffer()],
    ['a header of HEIC', () => '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['PDF', () => '%PDF-1.7\n1 0 obj\n<<>>\nendobj'],
    ['text', () => 'This is a PNG, honestly.'],
    ['HTML behind the signature of a PNG', () => '\x89PNG\r\n\x1a\n<script>alert(1)</script>'],
    ['SVG behind the signature of a JPEG', () => `\xff\xd8\xff\xe0${svg}`],
    ['a RIFF that is no WebP', () => 'RIFF\x24\0\0\0WAVEfmt '],
    ['a WebP without a picture', () => 'RIFF\x04\0\0\0WEBP'],
  ])('is refused: %s', async (_, make) => {
    const data = await make()
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
    expect(await encodeAvatar(bytes)).toEqual({ error: 'notAnImage' })
  })

  it('is not even shown to the image library', async () => {
    const read = vi.spyOn(sharp.prototype as { metadata: () => unknown }, 'metadata')
    await encodeAvatar(Buffer.from(svg))
    expect(read).not.toHaveBeenCalled()
    await encodeAvatar(await photo().png().toBuffer())
    expect(read).toHaveBeenCalledOnce()
    read.mockRestore()
  })

  it('is refused when it breaks off', async () => {
    const noise = { mean: 128, sigma: 60, type: 'gaussian' as const }
    const source = sharp({
      create: { background: red, channels: 3, height: 300, noise, width: 300 },
    })
    for (const whole of [
      await source.clone().jpeg().toBuffer(),
      await source.clone().png().toBuffer(),
      await source.clone().webp().toBuffer(),
    ]) {
      await encoded(whole)
      const broken = whole.subarray(0, Math.floor(whole.length / 2))
      expect(await encodeAvatar(broken)).toEqual({ error: 'notAnImage' })
    }
  })

  it('is missing when it is empty', async () => {
    expect(await encodeAvatar(Buffer.alloc(0))).toEqual({ error: 'missing' })
  })
})

describe('a photo that is too large', () => {
  it('is refused by its bytes, before anything of it is read', async () => {
    const png = await photo().png().toBuffer()
    const full = Buffer.concat([png, Buffer.alloc(largestPhoto - png.length)])
    await encoded(full)
    expect(await encodeAvatar(Buffer.concat([full, Buffer.alloc(1)]))).toEqual({
      error: 'tooLarge',
    })
  })

  it.each([
    [20_000, 20_000],
    [7_000, 6_000],
    [12_001, 1],
    [1, 12_001],
    [2_147_483_647, 2_147_483_647],
  ])('is refused by its header, before it is decoded: %i × %i', async (width, height) => {
    const start = performance.now()
    const result = await encodeAvatar(bomb(width, height))
    expect(result).toEqual({ error: width > 1_000_000 ? 'notAnImage' : 'tooManyPixels' })
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('is taken up to 40 megapixels', { timeout: 60_000 }, async () => {
    await encoded(await photo(8000, 5000).jpeg().toBuffer())
  })
})

/** A PNG that says it has so many pixels and brings none. */
function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(20)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
