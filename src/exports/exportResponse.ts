import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { columnsOf } from './columnsOf'
import { type ExportFormat, formats } from './formats'
import { readRows, type Row } from './readRows'

export type ExportRequest = {
  collection: CollectionSlug
  format: keyof typeof formats
  where: Where
}

/** Rows are gathered until they are worth a chunk. */
const chunkLength = 64 * 1024

/**
 * A list as a file, sent while it is read. The first rows are read before the answer begins, so that what is wrong with the filter is
 * an error and not a broken file.
 */
export async function exportResponse(
  req: PayloadRequest,
  { collection, format: name, where }: ExportRequest,
): Promise<Response> {
  const columns = columnsOf(req.payload.collections[collection].config)
  const rows = readRows(req, collection, where)
  const first = await rows.next()
  const text = textOf(formats[name], columns, first, rows)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async cancel() {
      await rows.return(undefined)
    },
    async pull(controller) {
      const part: IteratorResult<string, void> = await text.next()
      if (part.done) controller.close()
      else controller.enqueue(encoder.encode(part.value))
    },
  })
  const day = new Date().toISOString().slice(0, 10)
  return new Response(body, {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${collection}-${day}.${name}"`,
      'Content-Type': formats[name].contentType,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

async function* textOf(
  format: ExportFormat,
  columns: string[],
  first: IteratorResult<Row>,
  rest: AsyncGenerator<Row>,
): AsyncGenerator<string, void> {
  let chunk = format.begin(columns)
  if (!first.done) {
    chunk += format.row(first.value, columns, true)
    for await (const row of rest) {
      chunk += format.row(row, columns, false)
      if (chunk.length < chunkLength) continue
      yield chunk
      chunk = ''
    }
  }
  yield chunk + format.end
}
