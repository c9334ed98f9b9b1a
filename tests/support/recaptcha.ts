import { createServer, type Server } from 'node:http'

/** What Google's script does on a page, as far as a form notices: a box to tick, or a token on request. */
const script = `
window.grecaptcha = {
  ready: (callback) => callback(),
  execute: (key, { action }) => Promise.resolve('score:' + action + ':' + key + ':' + Math.random()),
  render: (element, { sitekey }) => {
    element.innerHTML = '<label><input type="checkbox"> I am not a robot</label><textarea hidden name="g-recaptcha-response"></textarea>'
    element.querySelector('input').addEventListener('change', (event) => {
      element.querySelector('textarea').value = event.target.checked ? 'box:' + sitekey + ':' + Math.random() : ''
    })
  },
}`

/**
 * A service in the place of Google's, on a port of this machine: hands out tokens by its script and checks them, each once.
 *
 * @param secret what the site must name itself with
 */
export async function startRecaptcha(port: number, secret: string): Promise<Server> {
  const used = new Set<string>()
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api.js')) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script)
      return
    }
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const form = new URLSearchParams(body)
      const token = form.get('response') ?? ''
      const [kind, action] = token.split(':')
      const isGood = form.get('secret') === secret && /^(box|score):/.test(token)
      const answer = { action: kind === 'score' ? action : undefined, hostname: 'localhost' }
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ ...answer, score: 0.9, success: isGood && !used.has(token) }))
      used.add(token)
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}
