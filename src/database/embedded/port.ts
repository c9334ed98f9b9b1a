import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** A free port of 127.0.0.1: the remembered one where it is free, else another, which is then remembered. */
export async function choosePort(memory: string): Promise<number> {
  const remembered = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : 0
  const port = (remembered && (await tryPort(remembered))) || (await tryPort(0))
  if (!port) throw new Error('No free port was found for the embedded PostgreSQL.')
  writeFileSync(memory, `${port}\n`)
  return port
}

function tryPort(port: number): Promise<null | number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}
