import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const pagesFolder = path.join(root, 'src/app/(portal)/customer')

/** A page of the portal. Its address still has names of parameters in it, such as `[id]`. */
export type PortalPage = { isAccount: boolean; path: string }

/** A server action, and an address of a page that knows it. */
export type Action = { id: string; name: string; page: string; takes: number }

export type Field = [name: string, value: string]

/** A form of a page as it is sent by a browser without JavaScript. */
export type Form = { actionId: string; fields: Field[]; hidden: Field[]; path: string }

export type Part = { fileName?: string; name: string; value: Uint8Array | string }

/** Every page of the portal, read from their files. */
export function portalPages(): PortalPage[] {
  return readdirSync(pagesFolder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'page.tsx')
    .map(({ parentPath }) => path.join('/customer', path.relative(pagesFolder, parentPath)))
    .map((file) => ({ isAccount: file.includes('(account)'), path: withoutGroups(file) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

type Entry = { exportedName: string; filename: string; workers: Record<string, unknown> }

/** Every server action of the portal, read from the build. */
export function portalActions(): Action[] {
  const file = path.join(root, '.next/server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, Entry> }
  return Object.entries(node)
    .filter(([, { filename }]) => filename.startsWith('src/portal/'))
    .map(([id, { exportedName, workers }]) => ({
      id,
      name: exportedName,
      page: withoutGroups(`/${Object.keys(workers)[0]}`.replace(/^\/app|\/page$/g, '')),
      takes: parametersOf(id),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** The forms in a page that post to a server action. */
export function formsIn(html: string, address: string): Form[] {
  return [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].flatMap(([, inside = '']) => {
    const all = [...inside.matchAll(/<(?:button|input|select|textarea)\b([^>]*)>/g)].flatMap(
      ([, attributes = '']): Field[] => {
        const name = attributeOf(attributes, 'name')
        return name === undefined ? [] : [[name, attributeOf(attributes, 'value') ?? '']]
      },
    )
    const hidden = all.filter(([name]) => name.startsWith('$ACTION_'))
    const actionId = /[\da-f]{42}/.exec(JSON.stringify(hidden))?.[0]
    const fields = all.filter(([name]) => !name.startsWith('$ACTION_'))
    return actionId ? [{ actionId, fields, hidden, path: address }] : []
  })
}

/** What React writes into a form whose action has arguments bound to it. */
export function hiddenFields(actionId: string, bound: unknown[]): Field[] {
  return [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', JSON.stringify({ bound: '$@1', id: actionId }, ['id', 'bound'])],
    ['$ACTION_1:1', encodeArguments(bound)],
    ['$ACTION_KEY', 'k0'],
  ]
}

/** The parts of a call by script, whose last argument is a form when `fields` are given. */
export function scriptParts(args: unknown[], fields: null | Part[]): Part[] {
  const encoded = encodeArguments(args)
  if (!fields) return [{ name: '0', value: encoded }]
  const withForm = encoded.replace(/\]$/, args.length > 0 ? ',"$K1"]' : '"$K1"]')
  return [
    ...fields.map((part) => ({ ...part, name: `1_${part.name}` })),
    { name: '0', value: withForm },
  ]
}

/** Values as React sends them: a dollar at the beginning has a meaning of its own there. */
function encodeArguments(values: unknown[]): string {
  return JSON.stringify(values, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('$') ? `$${value}` : value,
  )
}

const boundary = 'boundary-of-the-fuzz-test'

/** A body that no browser would refuse to send, whatever the values are. */
export function multipart(parts: Part[]): { body: Uint8Array<ArrayBuffer>; contentType: string } {
  const chunks = parts.flatMap(({ fileName, name, value }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`,
    ...(fileName === undefined
      ? []
      : [`; filename="${quoted(fileName)}"\r\nContent-Type: application/octet-stream`]),
    '\r\n\r\n',
    value,
    '\r\n',
  ])
  const buffers = [...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk as string))
  return {
    body: new Uint8Array(Buffer.concat(buffers)),
    contentType: `multipart/form-data; boundary=${boundary}`,
  }
}

/** As browsers write a name. */
function quoted(name: string): string {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22')
}

function withoutGroups(file: string): string {
  return file.replace(/\/\(\w+\)/g, '')
}

/** How many parameters an action has: Next keeps it in the first byte of the id, one bit for each. */
function parametersOf(id: string): number {
  return (parseInt(id.slice(0, 2), 16) & 0b0111_1110).toString(2).replaceAll('0', '').length
}

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return value
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
