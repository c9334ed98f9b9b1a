import type { Archive } from './archive'
import { readXml } from './readXml'

/** The texts that the cells of a spreadsheet refer to by their place. */
export async function readSharedStrings(archive: Archive): Promise<string[]> {
  const source = archive.open('xl/sharedStrings.xml')
  if (!source) return []
  const strings: string[] = []
  let found: string[] = []
  let current = ''
  let isText = false
  let phonetic = 0
  const parts = readXml(source, {
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') phonetic -= 1
      if (name === 'si') found.push(current)
    },
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic += 1
      if (name === 't') isText = phonetic === 0
    },
    take: () => {
      const taken = found
      found = []
      return taken
    },
    text: (text) => {
      if (isText) current += text
    },
  })
  for await (const part of parts) strings.push(part)
  return strings
}
