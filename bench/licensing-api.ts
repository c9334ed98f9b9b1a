import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

/**
 * Measures calls of the licensing API against a running server, in front of Next or through Payload's endpoints:
 *
 *   npm start
 *   URL=http://localhost:3000/api EXTERNAL_KEY=lm_ext_… INTERNAL_KEY=lm_int_… npx tsx bench/licensing-api.ts
 *
 * SECONDS (5) and CONNECTIONS (20) change how long and how wide. The server's rate limit must be higher than what is measured; it
 * is a setting.
 */
const url = process.env.URL ?? 'http://localhost:3000/api'
const seconds = Number(process.env.SECONDS ?? 5)
const connections = Number(process.env.CONNECTIONS ?? 20)
const keys = {
  external: fromEnvironment('EXTERNAL_KEY'),
  internal: fromEnvironment('INTERNAL_KEY'),
}
const agent = new Agent({ keepAlive: true, maxSockets: connections })

type Answer = { body: Record<string, unknown>; status: number }

const reference = await createProduct()
const code = await createLicense(reference)
const token = String((await activate('bench.example')).body.lic_response)

let installations = 0
const measured: [name: string, call: () => Promise<Answer>][] = [
  ['health-check', () => call('GET', '/health-check')],
  ['connection-check', () => call('GET', '/external/connection-check')],
  [
    'verify',
    () => call('POST', '/external/license/verify', { license_data: token, product_id: reference }),
  ],
  ['check', () => call('POST', '/external/license/check', { license_code: code })],
  ['activate again', () => activate('bench.example')],
  ['activate', () => activate(`shop${++installations}.example`)],
  ['get a licence', () => call('GET', `/internal/product-licenses/${code}`)],
]

write(`${seconds} s each, ${connections} connections`)
write('call               | calls/s | median ms | p99 ms | failed')
for (const [name, one] of measured) await measure(name, one)
agent.destroy()

async function measure(name: string, one: () => Promise<Answer>): Promise<void> {
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  let failed = 0
  const work = async () => {
    while (performance.now() < end) {
      const start = performance.now()
      const { body, status } = await one()
      times.push(performance.now() - start)
      if (status !== 200 || body.is_active === false) failed++
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, work))
  const perSecond = times.length / ((performance.now() - start) / 1000)
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  write(
    [
      name.padEnd(18),
      perSecond.toFixed(0).padStart(7),
      at(0.5).padStart(9),
      at(0.99).padStart(6),
      String(failed).padStart(6),
    ].join(' | '),
  )
}

function activate(domain: string): Promise<Answer> {
  const body = { license_code: code, product_id: reference }
  return call('POST', '/external/license/activate', body, domain)
}

async function createProduct(): Promise<string> {
  const { body } = await call('POST', '/internal/products', { name: `Bench ${randomUUID()}` })
  return (body.data as { reference_id: string }).reference_id
}

async function createLicense(product: string): Promise<string> {
  const { body } = await call('POST', '/internal/product-licenses', {
    product_reference_id: product,
  })
  return (body.data as { license_code: string }).license_code
}

function call(method: string, path: string, body?: object, domain = 'bench.example') {
  return new Promise<Answer>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'x-api-key': path.startsWith('/internal') ? keys.internal : keys.external,
      'x-api-url': `https://${domain}/`,
    }
    const sent = request(`${url}${path}`, { agent, headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(chunks).toString()) as Answer['body']
        resolve({ body: answer, status: response.statusCode ?? 0 })
      })
    })
    sent.on('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}

function fromEnvironment(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name} to an API key of the server.`)
  return value
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
