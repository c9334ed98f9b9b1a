import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

import { importLimits } from '../../limits'
import { ImportFileError } from '../fileError'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endLength = 22
const longestComment = 65_535
const mostEntries = 5000
const methods = { deflated: 8, stored: 0 }

type Entry = { method: number; offset: number; packedSize: number }

/** The files of a ZIP archive, by name. */
export type Archive = {
  /** The bytes of a file, unpacked while they are read; null where there is none of that name. */
  open: (name: string) => AsyncIterable<Buffer> | null
}

/**
 * Opens a ZIP archive that is in memory. What it says of the size of its files is not believed: what comes out is counted, over all
 * files that are opened.
 *
 * @throws ImportFileError for what is no archive, or unpacks to more than the limit
 */
export function openArchive(bytes: Buffer, limit: number = importLimits.unpackedBytes): Archive {
  const entries = readDirectory(bytes)
  let unpacked = 0
  const count = async function* (parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    try {
      for await (const part of parts) {
        unpacked += part.length
        if (unpacked > limit) throw new ImportFileError('unpackedTooLarge')
        yield part
      }
    } catch (error) {
      throw error instanceof ImportFileError ? error : new ImportFileError('spreadsheet')
    }
  }
  return {
    open: (name) => {
      const entry = entries.get(name)
      return entry ? count(unpack(bytes, entry)) : null
    },
  }
}

function unpack(bytes: Buffer, { method, offset, packedSize }: Entry): AsyncIterable<Buffer> {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) refuse()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packedSize > bytes.length) refuse()
  const packed = Readable.from([bytes.subarray(start, start + packedSize)])
  if (method === methods.stored) return packed
  const inflate = createInflateRaw()
  return packed.pipe(inflate)
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) refuse()
  const entries = new Map<string, Entry>()
  let place = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== entryMark) refuse()
    const isEncrypted = (bytes.readUInt16LE(place + 8) & 1) === 1
    const method = bytes.readUInt16LE(place + 10)
    const isKnown = method === methods.stored || method === methods.deflated
    if (isEncrypted || !isKnown) refuse()
    const nameLength = bytes.readUInt16LE(place + 28)
    entries.set(bytes.toString('utf8', place + 46, place + 46 + nameLength), {
      method,
      offset: bytes.readUInt32LE(place + 42),
      packedSize: bytes.readUInt32LE(place + 20),
    })
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32)
  }
  return entries
}

function findEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - endLength - longestComment)
  for (let place = bytes.length - endLength; place >= earliest; place -= 1) {
    if (bytes.readUInt32LE(place) === endMark) return place
  }
  return refuse()
}

function refuse(): never {
  throw new ImportFileError('spreadsheet')
}
