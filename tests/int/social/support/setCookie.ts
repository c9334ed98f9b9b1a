/** A `Set-Cookie` header as a browser takes it. */
export function parseSetCookie(text: string): {
  attributes: Map<string, string>
  isOver: boolean
  name: string
  value: string
} {
  const [pair = '', ...rest] = text.split(';').map((part) => part.trim())
  const split = pair.indexOf('=')
  const attributes = new Map(
    rest.map((attribute) => {
      const [name = '', value = ''] = attribute.split('=')
      return [name.toLowerCase(), value]
    }),
  )
  const expires = attributes.get('expires')
  return {
    attributes,
    isOver: expires !== undefined && Date.parse(expires) <= Date.now(),
    name: pair.slice(0, split),
    value: pair.slice(split + 1),
  }
}
