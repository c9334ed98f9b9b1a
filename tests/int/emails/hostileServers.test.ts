import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

import type { Payload } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { mailAdapter } from '../../../src/emails/transport/mailAdapter'

/**
 * Somebody between us and the mail server takes "STARTTLS" out of its greeting, and passwords and links would go over the net in
 * clear. Or the server takes the connection and says nothing, and mails behind it would wait.
 */
let server: null | Server = null
const sockets = new Set<Socket>()

afterEach(async () => {
  delete process.env.SMTP_URL
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = null
})

async function listen(greet: (socket: Socket) => void): Promise<number> {
  const listening = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    greet(socket)
  })
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '0.0.0.0', resolve))
  return (listening.address() as AddressInfo).port
}

async function send(url: string): Promise<unknown> {
  process.env.SMTP_URL = url
  const adapter = (await mailAdapter('http://localhost:3000'))({ payload: {} as Payload })
  return adapter.sendEmail({ subject: 'Hello', text: 'secret', to: 'reader@example.com' })
}

describe('a mail server', () => {
  it('that offers no TLS gets neither the password nor the mail', async () => {
    const heard: string[] = []
    const port = await listen((socket) => {
      socket.write('220 mail.example ESMTP\r\n')
      socket.on('data', (data) => {
        heard.push(data.toString())
        socket.write(/^EHLO/.test(data.toString()) ? '250 AUTH PLAIN\r\n' : '502 No\r\n')
      })
    })
    // An address of this machine that is not named like one.
    await expect(send(`smtp://user:password@[::ffff:127.0.0.1]:${port}`)).rejects.toThrow()
    expect(heard.join('')).toContain('EHLO')
    expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM/)
  })

  it('that takes the connection and says nothing is left after ten seconds', async () => {
    const port = await listen(() => undefined)
    const started = performance.now()
    await expect(send(`smtp://127.0.0.1:${port}`)).rejects.toThrow()
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
