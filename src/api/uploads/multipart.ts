/** One part of a multipart body, as its headers name it. */
export type Part = { contentType: null | string; filename: null | string; name: string }

/** What takes the bytes of one part. */
export type PartSink = { end: () => Promise<void>; write: (bytes: Uint8Array) => Promise<void> }

/** A body that is no multipart body, or ends early. */
export class MalformedMultipart extends Error {}

const largestHeaders = 16 * 1024
const lineBreak = Buffer.from('\r\n')
const headersEnd = Buffer.from('\r\n\r\n')

/** The boundary that a content type names (RFC 2046, 5.1.1), or null. */
export function boundaryOf(contentType: string): null | string {
  const match = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType,
  )
  return match?.[1] ?? match?.[2] ?? null
}

/**
 * Reads a multipart body (RFC 7578) as a stream: never more of it in memory than one chunk and the length of a boundary.
 *
 * @param open gives what takes a part's bytes; parts come one after the other
 * @throws MalformedMultipart, and whatever a sink throws
 */
export async function readParts(
  body: ReadableStream<Uint8Array>,
  boundary: string,
  open: (part: Part) => Promise<PartSink>,
): Promise<void> {
  const input = bufferOf(body)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // The first boundary may stand at the very beginning, without a line break before it.
  input.prepend(lineBreak)
  await input.passUntil(delimiter, async () => undefined)
  while (!(await input.isAtEnd())) {
    const headers = await input.takeUntil(headersEnd, largestHeaders)
    const sink = await open(readHeaders(headers.toString('utf8')))
    await input.passUntil(delimiter, (bytes) => sink.write(bytes))
    await sink.end()
  }
  await input.drain()
}

function readHeaders(text: string): Part {
  const lines = text.split('\r\n')
  const valueOf = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? null
  const disposition = valueOf('content-disposition')
  const name = disposition && parameter(disposition, 'name')
  if (name === null) throw new MalformedMultipart('A part has no name.')
  const filename = parameter(disposition ?? '', 'filename')
  return { contentType: valueOf('content-type'), filename, name }
}

/**
 * A parameter in quotes, with what browsers escape in it (WHATWG, multipart/form-data encoding) and the quotes that other software escapes by
 * a backslash; or a bare word.
 */
function parameter(header: string, name: string): null | string {
  const quoted = '"((?:\\\\"(?!;|\\s*$)|[^"])*)"'
  const match = new RegExp(`;\\s*${name}=(?:${quoted}|([^;\\s"]+))`, 'i').exec(header)
  if (!match) return null
  return (match[1] ?? match[2] ?? '')
    .replaceAll('\\"', '"')
    .replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** The part of a body that was read and not used yet. */
function bufferOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  let held: Buffer = Buffer.alloc(0)

  const more = async (): Promise<void> => {
    const { done, value } = await reader.read()
    if (done) throw new MalformedMultipart('The body ends early.')
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
  }

  return {
    drain: async () => {
      while (!(await reader.read()).done);
    },
    /** After a boundary: whether it was the last one. */
    isAtEnd: async () => {
      while (held.length < 2) await more()
      if (held.subarray(0, 2).toString('latin1') === '--') return true
      // Blanks may follow a boundary before its line ends. The line's end is left, so that a part may have no headers at all.
      for (let index = 0; ; index++) {
        while (held.length < index + 2) await more()
        if (held[index] === 0x20 || held[index] === 0x09) continue
        held = held.subarray(index)
        break
      }
      if (!held.subarray(0, 2).equals(lineBreak)) {
        throw new MalformedMultipart('No line break after a boundary.')
      }
      held = held.subarray(2)
      return false
    },
    passUntil: async (mark: Buffer, pass: (bytes: Uint8Array) => Promise<void>) => {
      for (;;) {
        const at = held.indexOf(mark)
        // What may be the beginning of the mark is kept.
        const length = at === -1 ? Math.max(0, held.length - mark.length + 1) : at
        if (length > 0) await pass(held.subarray(0, length))
        held = held.subarray(at === -1 ? length : at + mark.length)
        if (at !== -1) return
        await more()
      }
    },
    prepend: (bytes: Buffer) => {
      held = Buffer.concat([bytes, held])
    },
    takeUntil: async (mark: Buffer, most: number) => {
      let at = held.indexOf(mark)
      while (at === -1) {
        if (held.length > most) throw new MalformedMultipart('The headers of a part are too long.')
        await more()
        at = held.indexOf(mark)
      }
      const taken = held.subarray(0, at)
      held = held.subarray(at + mark.length)
      return taken
    },
  }
}
