import sax from 'sax'

import { ImportFileError } from '../fileError'

export type XmlHandlers<T> = {
  close?: (name: string) => void
  open?: (name: string, attributes: Record<string, string>) => void
  /** What was found since it was asked last. */
  take: () => T[]
  text?: (text: string) => void
}

/**
 * Reads an XML file piece by piece. Names are given without their prefix.
 *
 * @throws ImportFileError for what is no XML, and for document types: with those a file could name others or grow without end
 */
export async function* readXml<T>(
  source: AsyncIterable<Buffer>,
  { close, open, take, text }: XmlHandlers<T>,
): AsyncGenerator<T> {
  const parser = sax.parser(true, { position: false })
  const decoder = new TextDecoder('utf-8')
  let isBroken = false
  const refuse = () => {
    isBroken = true
  }
  parser.onerror = refuse
  parser.ondoctype = refuse
  parser.onopentag = ({ attributes, name }) =>
    open?.(local(name), attributes as Record<string, string>)
  parser.onclosetag = (name) => close?.(local(name))
  parser.ontext = (content) => text?.(content)
  parser.oncdata = (content) => text?.(content)
  const feed = (part: string) => {
    if (!isBroken) parser.write(part)
    if (isBroken) throw new ImportFileError('spreadsheet')
  }
  for await (const chunk of source) {
    feed(decoder.decode(chunk, { stream: true }))
    yield* take()
  }
  feed(decoder.decode())
  yield* take()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
